export { MysqlEngine } from './mysql';
export { PostgresEngine } from './postgres';
export { SqliteEngine } from './sqlite';
