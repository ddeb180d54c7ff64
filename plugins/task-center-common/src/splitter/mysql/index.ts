export * from './MysqlStatementSplitter';
