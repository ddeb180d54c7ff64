/**
 * What both sides of Task Center say.
 *
 * @packageDocumentation
 */
export * from './csv';
export * from './logs';
export * from './model';
export * from './outlook';
export * from './permissions';
export * from './results';
export * from './splitter';
export * from './statements';
