export * from './StatementSplitter';
export * from './ScriptError';
export * from './createStatementSplitter';
export * from './countStatements';
export * from './closeScript';
