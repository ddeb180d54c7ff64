export * from './createRowComparator';
export * from './createRowFilter';
export * from './createRowOrder';
export * from './createTextMatcher';
export * from './isNumericColumn';
