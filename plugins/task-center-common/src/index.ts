/**
 * What both sides of Task Center say.
 *
 * @packageDocumentation
 */
export * from './csv';
export * from './model';
export * from './permissions';
export * from './results';
export * from './splitter';
export * from './statements';
