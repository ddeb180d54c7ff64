export * from './ResultRetention';
export * from './describeRemoval';
export * from './RetentionMenu';
