export * from './mysqlTraits';
