export * from './LeaseLostError';
export * from './RunRecord';
export * from './streams';
