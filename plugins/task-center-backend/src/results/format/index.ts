export * from './formattedCsv';
export * from './isStoredFormat';
export * from './neutralizeFormulas';
