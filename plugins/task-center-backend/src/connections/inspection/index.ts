export * from './RowEstimator';
export * from './SchemaReader';
