export * from './checkViewSpec';
export * from './DefaultResultViews';
export * from './findInRows';
export * from './readViewRows';
export { removeResultViews } from './store';
export * from './ResultViews';
