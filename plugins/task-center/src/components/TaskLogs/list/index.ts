export * from './FixedLogList';
export * from './LogListProps';
export * from './selectedLines';
export * from './WrappedLogList';
