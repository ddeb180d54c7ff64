export * from './TaskLines';
