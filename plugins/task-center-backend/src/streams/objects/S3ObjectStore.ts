import type * as Sdk from '@aws-sdk/client-s3';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import createLimiter from 'p-limit';
import { explainS3Error } from './explainS3Error';
import { ObjectInfo, ObjectStore } from './ObjectStore';
import { S3Options } from './readS3Options';

const CONNECT_MS = 3_000;
const ATTEMPT_MS = 10_000;
const ATTEMPTS = 3;
/** For how long a request may take with all its attempts. */
const REQUEST_MS = 20_000;
/** How many objects are removed at once. */
const REMOVALS = 8;

/**
 * Keeps objects in a bucket of S3, or of what speaks its protocol.
 *
 * @internal
 */
export class S3ObjectStore implements ObjectStore {
  private readonly limit = createLimiter(REMOVALS);

  /** Loads the SDK, which nobody needs who does not use it. */
  static create(options: S3Options): S3ObjectStore {
    const sdk: typeof Sdk = require('@aws-sdk/client-s3');
    const { region, endpoint, forcePathStyle, credentials } = options;
    const client = new sdk.S3Client({
      customUserAgent: 'backstage-task-center',
      credentials,
      region,
      endpoint,
      forcePathStyle,
      maxAttempts: ATTEMPTS,
      requestHandler: {
        connectionTimeout: CONNECT_MS,
        requestTimeout: ATTEMPT_MS,
        throwOnRequestTimeout: true,
      },
      // Not every storage that speaks the protocol knows the newer checksums; the signature covers the data anyway.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return new S3ObjectStore(sdk, client, options);
  }

  private constructor(
    private readonly sdk: typeof Sdk,
    private readonly client: Sdk.S3Client,
    private readonly options: S3Options,
  ) {}

  get name(): string {
    return `the bucket '${this.options.bucketName}'`;
  }

  async check(): Promise<void> {
    const command = new this.sdk.HeadBucketCommand(this.bucket());
    await this.send(signal => this.client.send(command, signal));
  }

  async put(key: string, data: Buffer): Promise<void> {
    const command = new this.sdk.PutObjectCommand({
      ...this.object(key),
      Body: data,
      ContentType: 'application/octet-stream',
      ServerSideEncryption: this.options.sse,
    });
    await this.send(signal => this.client.send(command, signal));
  }

  async getRange(key: string, offset: number, length: number): Promise<Buffer> {
    const command = new this.sdk.GetObjectCommand({
      ...this.object(key),
      Range: `bytes=${offset}-${offset + length - 1}`,
    });
    const data = await this.send(async signal => {
      const { Body } = await this.client.send(command, signal);
      const bytes = await Body!.transformToByteArray();
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    });
    if (data.length !== length) {
      throw new ServiceUnavailableError(
        `The object '${key}' in ${this.name} is not whole: it gave ${data.length} bytes in place of ${length}. Restore it from a backup of the bucket.`,
      );
    }
    return data;
  }

  async *list(prefix: string): AsyncGenerator<ObjectInfo[]> {
    let token: string | undefined;
    do {
      const command = new this.sdk.ListObjectsV2Command({
        ...this.bucket(),
        Prefix: this.withRoot(prefix),
        ContinuationToken: token,
      });
      const page = await this.send(signal => this.client.send(command, signal));
      yield (page.Contents ?? []).map(({ Key, LastModified }) => ({
        key: Key!.slice(this.withRoot('').length),
        writtenAt: LastModified!.getTime(),
      }));
      token = page.NextContinuationToken;
    } while (token);
  }

  async remove(keys: string[]): Promise<void> {
    // One by one: not every storage that speaks the protocol can do it for many.
    await Promise.all(
      keys.map(key => this.limit(() => this.removeOne(this.object(key)))),
    );
  }

  private async removeOne(object: Sdk.DeleteObjectCommandInput): Promise<void> {
    const command = new this.sdk.DeleteObjectCommand(object);
    await this.send(signal => this.client.send(command, signal));
  }

  private async send<T>(
    action: (options: { abortSignal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const abortSignal = AbortSignal.timeout(REQUEST_MS);
    try {
      return await action({ abortSignal });
    } catch (error: any) {
      if (error.name === 'NoSuchKey') {
        throw new NotFoundError(`There is no such object in ${this.name}.`);
      }
      throw explainS3Error(
        abortSignal.aborted ? abortSignal.reason : error,
        this.options.bucketName,
      );
    }
  }

  private object(key: string) {
    return { ...this.bucket(), Key: this.withRoot(key) };
  }

  private bucket() {
    return { Bucket: this.options.bucketName };
  }

  private withRoot(key: string): string {
    const { bucketRootPath } = this.options;
    return bucketRootPath ? `${bucketRootPath}/${key}` : key;
  }
}
