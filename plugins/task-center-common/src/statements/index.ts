export * from './endOfNestedComment';
export * from './StatementTraits';
export * from './describeStatementTraits';
export * from './transactionEdge';
