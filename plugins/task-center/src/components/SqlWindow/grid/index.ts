export * from './CellViewer';
export * from './GridSelection';
export * from './ResultGrid';
export * from './copyRange';
export * from './findInRows';
