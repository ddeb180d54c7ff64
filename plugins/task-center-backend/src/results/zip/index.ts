export * from './streamZip';
export * from './zipRecords';
export * from './zipSource';
export * from './resultsZip';
