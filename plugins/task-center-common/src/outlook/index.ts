export * from './StatementOutlook';
export * from './describeStatementOutlook';
export * from './ScriptOutlook';
export * from './selectAffectedRows';
