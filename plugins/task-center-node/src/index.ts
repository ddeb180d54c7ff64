/**
 * What a database engine must do to run Task Center tasks, and where it is registered.
 *
 * @packageDocumentation
 */
export * from './DatabaseEngine';
export * from './DatabaseError';
export * from './DatabaseSession';
export * from './taskCenterEnginesExtensionPoint';
