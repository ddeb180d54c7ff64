export * from './LeaseLostError';
export * from './RunRecord';
export * from './StorageError';
export * from './streams';
