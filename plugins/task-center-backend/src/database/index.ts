export * from './checkTaskSearch';
export * from './inTimelyTransaction';
export * from './openDatabase';
export * from './openReader';
export * from './dialect';
export * from './tables';
export * from './withPatience';
