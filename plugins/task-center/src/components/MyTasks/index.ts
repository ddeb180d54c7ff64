export * from './MyRunningTasks';
