export * from './claimTask';
export * from './countHeldTasks';
export * from './findPositions';
export * from './LeaseKeeper';
export * from './renewLeases';
export * from './taskPlaces';
