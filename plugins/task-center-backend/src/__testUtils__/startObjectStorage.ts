import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { ObjectStore, readS3Options, S3ObjectStore } from '../streams';

const BUCKET = 'task-center';

/**
 * A server that speaks the protocol of S3, with an empty bucket.
 */
export interface TestObjectStorage {
  /** What belongs into `taskCenter.storage.s3`. */
  config: JsonObject;
  objects: ObjectStore;
  /** The keys of all objects. */
  keys(): Promise<string[]>;
  /** Makes all objects two hours older. */
  age(): Promise<void>;
  /** Breaks all connections and answers no more. */
  interrupt(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts object storage on a free port of 127.0.0.1, with a directory of its own.
 */
export async function startObjectStorage(): Promise<TestObjectStorage> {
  const directory = await mkdtemp(join(tmpdir(), 'task-center-s3-'));
  const start = async (port: number) => {
    const server = new S3rver({
      address: '127.0.0.1',
      port,
      directory,
      silent: true,
      configureBuckets: [{ name: BUCKET, configs: [] }],
    });
    return { server, port: (await server.run()).port };
  };
  let running = await start(0);
  const interrupt = async () => {
    const { httpServer } = running.server as unknown as { httpServer: Server };
    const closed = running.server.close();
    httpServer.closeAllConnections();
    await closed;
  };
  const config = {
    bucketName: BUCKET,
    bucketRootPath: '/of-tests/',
    endpoint: `http://127.0.0.1:${running.port}`,
    s3ForcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  };
  const objects = await openObjects(config);
  const listKeys = async () => {
    const keys: string[] = [];
    for await (const page of objects.list('')) {
      keys.push(...page.map(({ key }) => key));
    }
    return keys;
  };
  return {
    config,
    objects,
    keys: listKeys,
    async age() {
      const then = new Date(Date.now() - 2 * 3600_000);
      for (const key of await listKeys()) {
        const path = join(
          directory,
          BUCKET,
          'of-tests',
          `${key}._S3rver_object`,
        );
        await utimes(path, then, then).catch(() => {}); // removed meanwhile
      }
    },
    interrupt,
    async resume() {
      running = await start(running.port);
    },
    async stop() {
      await interrupt().catch(() => {});
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Opens object storage as a backend with this in `taskCenter.storage.s3` does.
 */
export async function openObjects(config: JsonObject): Promise<ObjectStore> {
  const root = new ConfigReader({ taskCenter: { storage: { s3: config } } });
  return S3ObjectStore.create(await readS3Options(root));
}
