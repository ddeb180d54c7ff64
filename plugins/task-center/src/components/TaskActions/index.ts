export * from './deleteIfThere';
export * from './MoreActions';
export * from './useTaskActions';
