export * from './conditionExports';
export * from './DecisionSource';
export * from './rules';
export * from './TaskCenterAccess';
export * from './registerPermissions';
export * from './resources';
