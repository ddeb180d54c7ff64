export * from './errorKinds';
export * from './TaskCenterApi';
export * from './TaskCenterClient';
