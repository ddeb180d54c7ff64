export * from './ActivityStrip';
export * from './BucketStack';
export * from './bucketSeries';
export * from './describeBucket';
export * from './useActivity';
