export * from './createWorkerChannel';
export * from './WorkerChannel';
