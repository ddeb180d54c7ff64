import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { uploadWithProgress } from './uploadWithProgress';

const received: { bytes: number; authorization?: string }[] = [];
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const sent = { bytes: 0, authorization: request.headers.authorization };
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*, Authorization');
    response.setHeader('Content-Type', 'application/json');
    request.on('data', chunk => {
      sent.bytes += chunk.length;
    });
    request.on('end', () => {
      if (request.method === 'POST') {
        received.push(sent);
        response.statusCode = request.url === '/refuse' ? 413 : 201;
      }
      response.end('{"scriptId":"s1"}');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

function upload(path: string, body: Blob, signal?: AbortSignal) {
  const progress: number[] = [];
  const done = uploadWithProgress(`${url}${path}`, body, {
    headers: { Authorization: 'Bearer token' },
    signal,
    onProgress: sent => progress.push(sent),
  });
  return { done, progress };
}

describe('uploadWithProgress', () => {
  it('sends everything and tells how far it is', async () => {
    const body = new File(['x'.repeat(3_000_000)], 'a.sql');
    const { done, progress } = upload('/', body);
    const response = await done;
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ scriptId: 's1' });
    expect(received.at(-1)).toEqual({
      bytes: body.size,
      authorization: 'Bearer token',
    });
    expect(progress.at(-1)).toBe(body.size);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
  });

  it('gives what the server says against it', async () => {
    const response = await upload('/refuse', new File(['x'], 'a.sql')).done;
    expect(response.status).toBe(413);
  });

  it('can be cancelled, before it begins and while it goes on', async () => {
    const before = upload('/', new File(['x'], 'a.sql'), AbortSignal.abort());
    await expect(before.done).rejects.toMatchObject({ name: 'AbortError' });

    const abort = new AbortController();
    const { done } = upload(
      '/',
      new File(['x'.repeat(1_000)], 'a.sql'),
      abort.signal,
    );
    abort.abort();
    await expect(done).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says when the server cannot be reached', async () => {
    const done = uploadWithProgress(
      'http://127.0.0.1:1/',
      new File(['x'], 'a.sql'),
      {
        headers: {},
        onProgress: () => {},
      },
    );
    await expect(done).rejects.toBeInstanceOf(TypeError);
  });
});
