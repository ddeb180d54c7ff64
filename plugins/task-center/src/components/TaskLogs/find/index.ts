export * from './describeFind';
export * from './LogFindBar';
export * from './useLogFind';
