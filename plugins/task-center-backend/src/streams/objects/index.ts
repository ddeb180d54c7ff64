export * from './ObjectGarbage';
export * from './objectKeys';
export * from './ObjectStore';
export * from './readS3Options';
export * from './S3ObjectStore';
