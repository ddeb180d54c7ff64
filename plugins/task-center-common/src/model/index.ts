export * from './Connection';
export * from './describeStatementError';
export * from './LogLine';
export * from './Page';
export * from './ResultSet';
export * from './ResumeAdvice';
export * from './Task';
export * from './TaskStatement';
