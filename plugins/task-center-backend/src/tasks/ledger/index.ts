export * from './readStatementPage';
