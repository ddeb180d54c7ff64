export * from './EntityTasks';
export * from './findDatabases';
export * from './useEntityConnections';
