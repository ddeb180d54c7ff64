export * from './LoadingSqlWindow';
export * from './ResultsAhead';
export * from './ResultsAheadContext';
