export * from './appendLog';
export { countHeldTasks, findPositions } from './lease';
export * from './notify';
export * from './record';
export * from './TaskRecovery';
export * from './TaskWorker';
