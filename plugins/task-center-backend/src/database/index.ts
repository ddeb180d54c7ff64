export * from './inTimelyTransaction';
export * from './openDatabase';
export * from './dialect';
export * from './tables';
export * from './withPatience';
