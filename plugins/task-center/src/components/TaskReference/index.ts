export * from './TaskReference';
