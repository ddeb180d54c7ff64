export { PostgresEngine } from './PostgresEngine';
