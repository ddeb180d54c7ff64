export * from './sqliteTraits';
