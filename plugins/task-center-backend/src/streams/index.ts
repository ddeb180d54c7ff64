export * from './DatabaseSegmentStore';
export * from './deflateSegment';
export * from './JsonLines';
export * from './Segment';
export * from './SegmentStore';
export * from './StreamWriter';
