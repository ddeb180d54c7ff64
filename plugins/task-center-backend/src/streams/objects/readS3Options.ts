import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type * as AwsIntegration from '@backstage/integration-aws-node';

/**
 * Where a bucket is and how it is reached.
 *
 * @internal
 */
export interface S3Options {
  bucketName: string;
  /** Without slashes at its ends; empty for the bucket itself. */
  bucketRootPath: string;
  region?: string;
  endpoint?: string;
  forcePathStyle?: boolean;
  sse?: 'AES256' | 'aws:kms';
  credentials: S3ClientConfig['credentials'];
}

/**
 * Reads `taskCenter.storage.s3`. Keys are named as those of TechDocs' publisher `awsS3`.
 *
 * @throws InputError when it cannot be meant so
 * @internal
 */
export async function readS3Options(rootConfig: Config): Promise<S3Options> {
  const config = rootConfig.getConfig('taskCenter.storage.s3');
  const endpoint = config.getOptionalString('endpoint');
  const sse = config.getOptionalString('sse');
  if (sse !== undefined && sse !== 'AES256' && sse !== 'aws:kms') {
    throw new InputError(
      `taskCenter.storage.s3.sse must be 'AES256' or 'aws:kms', not '${sse}'`,
    );
  }
  return {
    bucketName: config.getString('bucketName'),
    bucketRootPath: (config.getOptionalString('bucketRootPath') ?? '').replace(
      /^\/+|\/+$/g,
      '',
    ),
    // Storage other than Amazon's mostly has no regions, but signatures need one.
    region:
      config.getOptionalString('region') ??
      (endpoint && !process.env.AWS_REGION ? 'us-east-1' : undefined),
    endpoint,
    forcePathStyle: config.getOptionalBoolean('s3ForcePathStyle'),
    sse,
    credentials: await readCredentials(rootConfig, config),
  };
}

async function readCredentials(
  rootConfig: Config,
  config: Config,
): Promise<S3Options['credentials']> {
  const credentials = config.getOptionalConfig('credentials');
  if (credentials) {
    return {
      accessKeyId: credentials.getString('accessKeyId'),
      secretAccessKey: credentials.getString('secretAccessKey'),
    };
  }
  // Loads a good deal of Amazon's SDK.
  const {
    DefaultAwsCredentialsManager,
  }: typeof AwsIntegration = require('@backstage/integration-aws-node');
  const accountId = config.getOptionalString('accountId');
  const provider = await DefaultAwsCredentialsManager.fromConfig(
    rootConfig,
  ).getCredentialProvider(accountId ? { accountId } : undefined);
  return provider.sdkCredentialProvider;
}
