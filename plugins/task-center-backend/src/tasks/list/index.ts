export * from './countTasks';
export * from './listTasks';
export * from './sumUpTaskCounts';
