export * from './createPatternFinder';
export * from './createTextFinder';
export * from './LineFinder';
