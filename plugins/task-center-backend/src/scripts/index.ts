export * from './readStatements';
export * from './ScriptStore';
