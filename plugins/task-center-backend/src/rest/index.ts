export * from './createRouter';
export * from './RouteContext';
