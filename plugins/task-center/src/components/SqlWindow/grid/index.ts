export * from './ColumnActions';
export * from './GridSelection';
export * from './ResultGrid';
export * from './ResultGridProps';
export * from './columnKind';
export * from './columnName';
export * from './RowsInSight';
