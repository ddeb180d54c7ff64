export * from './EntityTasks';
