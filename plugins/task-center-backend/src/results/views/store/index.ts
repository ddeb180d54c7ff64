export * from './canonicalSpec';
export * from './DatabaseResultViewStore';
export * from './removeResultViews';
export * from './ResultViewStore';
export * from './ViewClaim';
export * from './ViewLostError';
export * from './viewStreams';
