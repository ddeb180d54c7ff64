export { MysqlEngine } from './MysqlEngine';
