export * from './TaskStatusLabel';
export * from './countStatements';
export * from './describeStatus';
