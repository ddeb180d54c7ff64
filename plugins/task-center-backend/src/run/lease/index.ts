export * from './claimTask';
export * from './renewLeases';
