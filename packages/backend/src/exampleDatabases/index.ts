export { createExampleDatabases } from './createExampleDatabases';
