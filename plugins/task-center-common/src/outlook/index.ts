export * from './StatementOutlook';
export * from './describeRowBounds';
export * from './describeStatementOutlook';
export * from './ScriptOutlook';
export * from './selectAffectedRows';
