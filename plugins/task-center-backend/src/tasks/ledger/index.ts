export * from './readStatementPage';
export * from './readTimeline';
