export * from './TaskLogs';
