export * from './createCsvEncoder';
export * from './encodeCsvRecord';
