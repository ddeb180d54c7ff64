export { default } from './plugin';
export * from './api';
export * from './routes';
