export * from './appendLog';
export * from './record';
export * from './TaskRecovery';
export * from './TaskWorker';
