export * from './createWorkerChannel';
export * from './DefaultTaskSignals';
export * from './TaskSignals';
export * from './WorkerChannel';
