/**
 * What both sides of Task Center say.
 *
 * @packageDocumentation
 */
export * from './model';
export * from './permissions';
export * from './splitter';
