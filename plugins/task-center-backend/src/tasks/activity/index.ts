export * from './ActivityQuery';
export * from './TaskActivity';
