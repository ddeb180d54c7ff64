export * from './encodeCsvRecord';
