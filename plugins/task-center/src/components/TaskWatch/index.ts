export * from './TaskWatcher';
export * from './WatchButton';
