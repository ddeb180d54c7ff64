export * from './NewTaskPage';
