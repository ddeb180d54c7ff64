export { MysqlEngine } from './mysql';
export { SqliteEngine } from './sqlite';
