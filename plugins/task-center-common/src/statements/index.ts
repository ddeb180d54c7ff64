export * from './StatementTraits';
export * from './describeStatementTraits';
export * from './transactionEdge';
