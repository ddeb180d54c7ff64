export { default } from './plugin';
export * from './api';
export { TaskCenterSidebarItem } from './components/MyTasks/TaskCenterSidebarItem';
export type { TaskCenterSidebarItemProps } from './components/MyTasks/TaskCenterSidebarItem';
export * from './routes';
export { taskCenterTranslationRef } from './translations';
