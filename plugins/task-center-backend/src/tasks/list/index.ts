export * from './countTasks';
export * from './findTasks';
export * from './sumUpTaskCounts';
