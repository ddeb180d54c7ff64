export * from './postgresTraits';
