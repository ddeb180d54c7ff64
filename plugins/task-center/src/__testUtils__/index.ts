export * from './createTask';
export * from './renderWithTaskCenter';
