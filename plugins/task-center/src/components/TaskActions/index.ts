export * from './MoreActions';
export * from './useTaskActions';
