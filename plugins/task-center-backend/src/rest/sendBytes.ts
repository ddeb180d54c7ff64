import { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ByteRange, ByteSource } from '../results';

/** That the other side has gone away, as it may. */
const GONE = new Set([
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_UNABLE_TO_PIPE',
]);
const FILE_HEADERS = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Length',
  'Content-Range',
  'Content-Type',
  'ETag',
];

/**
 * Sends a file of a known size, or the part of it that is asked for. An answer that breaks off is shorter than it said,
 * so whoever reads it sees that.
 *
 * @param etag - changes with the bytes; a part is only sent to those who have the same file
 * @returns how many bytes were sent
 * @internal
 */
export async function sendBytes(
  request: Request,
  response: Response,
  source: ByteSource,
  etag: string,
): Promise<number> {
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', `"${etag}"`);
  const ranges = isSameFile(request, etag)
    ? request.range(source.bytes, { combine: true })
    : undefined;
  if (ranges === -1) {
    response.setHeader('Content-Range', `bytes */${source.bytes}`);
    response.status(416).end();
    return 0;
  }
  // Several parts at once are never what resumes a download.
  const isPart =
    Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1;
  const range: ByteRange = isPart
    ? { from: ranges[0].start, to: ranges[0].end + 1 }
    : { from: 0, to: source.bytes };
  if (isPart) {
    response.status(206);
    response.setHeader(
      'Content-Range',
      `bytes ${range.from}-${range.to - 1}/${source.bytes}`,
    );
  }
  response.setHeader('Content-Length', range.to - range.from);
  return sendStream(request, response, source.read(range));
}

/**
 * Sends what is made while it is sent. An answer that breaks off lacks its end, so whoever reads it sees that.
 *
 * @returns how many bytes were sent
 * @internal
 */
export async function sendStream(
  request: Request,
  response: Response,
  data: AsyncIterable<Buffer>,
): Promise<number> {
  if (request.method === 'HEAD') {
    response.end();
    return 0;
  }
  let sent = 0;
  const counted = async function* counted(
    chunks: AsyncIterable<Buffer>,
  ): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      yield chunk;
      sent += chunk.length;
    }
  };
  try {
    const chunks = await withFirst(data);
    await pipeline(Readable.from(counted(chunks)), response);
  } catch (error: any) {
    if (GONE.has(error.code)) {
      return sent;
    }
    if (response.headersSent) {
      response.destroy();
    } else {
      FILE_HEADERS.forEach(name => response.removeHeader(name));
    }
    throw error;
  }
  return sent;
}

/** What cannot be read at all is an error that can still be told. */
async function withFirst(
  data: AsyncIterable<Buffer>,
): Promise<AsyncIterable<Buffer>> {
  const iterator = data[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* all() {
    try {
      for (let next = first; !next.done; next = await iterator.next()) {
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  })();
}

function isSameFile(request: Request, etag: string): boolean {
  const condition = request.get('If-Range');
  return condition === undefined || condition === `"${etag}"`;
}
