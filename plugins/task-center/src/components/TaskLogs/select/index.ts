export * from './useLineSelection';
export * from './useLogListEvents';
