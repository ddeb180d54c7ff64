export * from './TaskDrawer';
export * from './TaskPage';
