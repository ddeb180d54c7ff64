import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import crypto from 'node:crypto';
import { createServer, Server } from 'node:net';
import createLimiter from 'p-limit';
import {
  openObjects,
  startObjectStorage,
  TestObjectStorage,
} from '../../__testUtils__/startObjectStorage';

jest.setTimeout(60_000);

describe('S3ObjectStore', () => {
  let storage: TestObjectStorage;
  beforeEach(async () => {
    storage = await startObjectStorage();
  });
  afterEach(() => storage.stop());

  it('gives back what it was given, in part', async () => {
    const { objects } = storage;
    await objects.check();
    await objects.put('a/b/1', Buffer.from('0123456789'));
    expect((await objects.getRange('a/b/1', 3, 4)).toString()).toBe('3456');
    await expect(objects.getRange('a/b/1', 8, 4)).rejects.toThrow(
      /'a\/b\/1' in the bucket 'task-center' is not whole: it gave 2 bytes in place of 4/,
    );
    await expect(objects.getRange('a/b/2', 0, 1)).rejects.toThrow(
      NotFoundError,
    );
    await objects.remove(['a/b/1', 'a/b/2']);
    expect(await storage.keys()).toEqual([]);
  });

  it('lists more objects than the storage names at once', async () => {
    // The server makes its tokens with a cipher that OpenSSL 3 has not.
    const plain = {
      update: (text: any) => Buffer.from(text),
      final: () => Buffer.alloc(0),
    };
    jest.spyOn(crypto, 'createCipheriv').mockReturnValue(plain as any);
    jest.spyOn(crypto, 'createDecipheriv').mockReturnValue(plain as any);
    const { objects } = storage;
    const keys = Array.from({ length: 1_005 }, (_, n) => `a/${10_000 + n}`);
    const limit = createLimiter(20);
    await Promise.all(
      keys.map(key => limit(() => objects.put(key, Buffer.from('x')))),
    );
    expect(await storage.keys()).toEqual(keys);
    jest.restoreAllMocks();
  });

  it.each([
    [
      'unknown credentials',
      { credentials: { accessKeyId: 'nobody', secretAccessKey: 'x' } },
      /refuses access to the bucket 'task-center' \(.*\)\. Correct the credentials of taskCenter.storage.s3/,
    ],
    [
      'a bucket that is not there',
      { bucketName: 'elsewhere' },
      /The bucket 'elsewhere' does not exist\. Create it, or correct taskCenter.storage.s3.bucketName/,
    ],
    [
      'an address where nothing listens',
      { endpoint: 'http://127.0.0.1:1' },
      /does not answer \(.*ECONNREFUSED/,
    ],
  ])('says what to do about %s', async (_, config, sentence) => {
    const objects = await openObjects({ ...storage.config, ...config });
    for (const action of [
      () => objects.check(),
      () => objects.put('a', Buffer.from('x')),
      () => objects.getRange('a', 0, 1),
      () => objects.remove(['a']),
      () => objects.list('a')[Symbol.asyncIterator]().next(),
    ]) {
      const error = await action().then(
        () => undefined,
        each => each,
      );
      expect(error).toBeInstanceOf(ServiceUnavailableError);
      expect(error.message).toMatch(sentence);
    }
  });

  it('waits a bounded time for storage that says nothing', async () => {
    const server: Server = createServer(() => {});
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as { port: number };
    const objects = await openObjects({
      ...storage.config,
      endpoint: `http://127.0.0.1:${port}`,
    });
    await expect(objects.put('a', Buffer.from('x'))).rejects.toThrow(
      /does not answer \(TimeoutError\)/,
    );
    server.close();
  });
});
