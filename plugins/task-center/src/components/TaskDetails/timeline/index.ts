export * from './StatementTimeline';
