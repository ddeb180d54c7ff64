export * from './StatementTraits';
export * from './describeStatementTraits';
