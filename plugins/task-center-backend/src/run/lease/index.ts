export * from './claimTask';
export * from './countHeldTasks';
export * from './findPositions';
export * from './renewLeases';
