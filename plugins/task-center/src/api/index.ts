export * from './TaskCenterApi';
