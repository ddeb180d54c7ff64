export * from './parseCsvRecords';
export * from './readRows';
export * from './ResultSetStore';
export * from './ResultWriter';
export * from './resultFileName';
export * from './writeResultsZip';
