export * from './TaskCenterPage';
