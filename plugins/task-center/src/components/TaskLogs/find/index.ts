export * from './LogFindBar';
export * from './useLogFind';
