export * from './RecordSink';
export * from './RecordSorter';
export * from './recordOrder';
export * from './RunStore';
