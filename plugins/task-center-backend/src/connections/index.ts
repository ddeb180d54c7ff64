export * from './ConnectionDefinition';
export * from './ConnectionRegistry';
export * from './DatabaseOwners';
export * from './inspection';
export * from './readConnections';
export * from './readDuration';
