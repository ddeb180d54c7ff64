export * from './TaskStatusLabel';
export * from './describeStatus';
