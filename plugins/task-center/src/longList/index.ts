export * from './PageCache';
export * from './usePagedItems';
export * from './useRestOfViewport';
export * from './useScaledRows';
