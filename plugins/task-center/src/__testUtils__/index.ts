export * from './createActivity';
export * from './createTask';
export * from './renderWithTaskCenter';
export * from './createTexts';
