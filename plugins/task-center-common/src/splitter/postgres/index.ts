export * from './PostgresStatementSplitter';
