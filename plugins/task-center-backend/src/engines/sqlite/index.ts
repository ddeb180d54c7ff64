export { SqliteEngine } from './SqliteEngine';
