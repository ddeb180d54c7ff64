export * from './TaskCenterApi';
export * from './TaskCenterClient';
