export * from './StatementSplitter';
export * from './createStatementSplitter';
