export * from './bufferSource';
export * from './ByteSource';
export * from './joinSources';
export * from './segmentSource';
