export * from './SqlCode';
export * from './SqlEditor';
