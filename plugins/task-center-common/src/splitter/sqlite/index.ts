export * from './SqliteStatementSplitter';
