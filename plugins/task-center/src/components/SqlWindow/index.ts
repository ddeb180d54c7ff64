export * from './SqlWindowPage';
