/**
 * Task Center for portals of the old frontend system.
 *
 * @packageDocumentation
 */
export * from './legacy/index';
