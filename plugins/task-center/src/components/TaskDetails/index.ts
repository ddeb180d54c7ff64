export * from './TaskDrawer';
export * from './TaskPage';
export * from './useTaskActions';
