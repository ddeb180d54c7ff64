import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  startObjectStorage,
  TestObjectStorage,
} from '../__testUtils__/startObjectStorage';
import { applyMigrations } from '../database';
import { SegmentStorage } from './SegmentStorage';
import { StreamWriter } from './StreamWriter';

const databases = createTestDatabases();
const stream = { owner: 'a-task', stream: 'result/1' };

describe('SegmentStorage', () => {
  let knex: Knex;
  let storage: TestObjectStorage;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await databases.init('SQLITE_3');
    await applyMigrations(knex);
    storage = await startObjectStorage();
  });
  afterEach(() => storage.stop());

  async function open(config?: JsonObject) {
    const data = { taskCenter: { storage: config } };
    return SegmentStorage.create({
      knex,
      reader: knex,
      config: mockServices.rootConfig({ data }),
      logger,
    });
  }

  async function storeObject() {
    const { segments } = await open({ segments: 's3', s3: storage.config });
    const writer = StreamWriter.create(stream);
    writer.append(randomBytes(300_000));
    const unsaved = await writer.unsaved();
    await segments.put(await segments.prepare(stream, unsaved.segments));
  }

  /** What it says about itself at the start. */
  async function check(config?: JsonObject) {
    await (await open(config)).check();
    return (['info', 'warn', 'error'] as const).flatMap(level =>
      logger[level].mock.calls.map(([message, error]) =>
        [`${level}:`, message, error?.message].filter(Boolean).join(' '),
      ),
    );
  }

  it('says nothing of object storage where there is none', async () => {
    expect((await open()).usesObjects).toBe(false);
    expect(await check()).toEqual([]);
    expect(await check({ segments: 'database' })).toEqual([]);
  });

  it('says at the start whether the bucket can be used', async () => {
    const s3 = storage.config;
    expect(await check({ segments: 's3', s3 })).toEqual([
      "info: Object storage is the bucket 'task-center'",
    ]);
    jest.clearAllMocks();
    const elsewhere = { ...s3, bucketName: 'elsewhere' };
    expect(await check({ segments: 's3', s3: elsewhere })).toEqual([
      "error: Results and large scripts cannot be stored or read: The bucket 'elsewhere' does not exist. Create it, or correct taskCenter.storage.s3.bucketName.",
    ]);
  });

  it('says at the start that objects cannot be found where they are looked for', async () => {
    await storeObject();
    expect(await check()).toEqual([
      expect.stringMatching(
        /^warn: Some .* because taskCenter.storage.s3 is not configured/,
      ),
    ]);
    jest.clearAllMocks();
    const s3 = { ...storage.config, bucketRootPath: 'elsewhere' };
    expect(await check({ s3 })).toEqual([
      expect.stringMatching(
        /^error: Objects are missing in the bucket 'task-center', such as 'a-task\/result\/1\/0-/,
      ),
    ]);
  });

  it.each([
    ['a place that it does not know', { segments: 'disk' }, /'disk'/],
    ['no bucket', { segments: 's3' }, /storage\.s3/],
    [
      'a bucket without a name',
      { segments: 's3', s3: {} },
      /storage\.s3\.bucketName/,
    ],
    [
      'encryption that it does not know',
      { s3: { bucketName: 'x', sse: 'rot13' } },
      /'rot13'/,
    ],
  ])('refuses %s', async (_, config, message) => {
    await expect(open(config)).rejects.toThrow(message);
  });

  it('takes credentials of the process where none are configured', async () => {
    const { credentials, ...config } = storage.config as any;
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
    process.env.AWS_ACCESS_KEY_ID = credentials.accessKeyId;
    process.env.AWS_SECRET_ACCESS_KEY = credentials.secretAccessKey;
    try {
      expect(await check({ s3: config })).toEqual([
        "info: Object storage is the bucket 'task-center'",
      ]);
    } finally {
      delete process.env.AWS_ACCESS_KEY_ID;
      delete process.env.AWS_SECRET_ACCESS_KEY;
      Object.assign(
        process.env,
        AWS_ACCESS_KEY_ID && { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY },
      );
    }
  });
});
