export * from './Connection';
export * from './LogLine';
export * from './Page';
export * from './ResultSet';
export * from './Task';
export * from './TaskStatement';
