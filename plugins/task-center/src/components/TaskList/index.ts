export * from './TaskList';
