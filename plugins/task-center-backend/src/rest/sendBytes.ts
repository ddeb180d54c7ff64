import { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ByteRange, ByteSource } from '../results';

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
  const isPart = Array.isArray(ranges) && ranges.length === 1;
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
  if (request.method === 'HEAD') {
    response.end();
    return 0;
  }
  return sendStream(response, source.read(range));
}

/**
 * Sends what is made while it is sent. An answer that breaks off lacks its end, so whoever reads it sees that.
 *
 * @returns how many bytes were sent
 * @internal
 */
export async function sendStream(
  response: Response,
  data: AsyncIterable<Buffer>,
): Promise<number> {
  let sent = 0;
  const counted = async function* counted() {
    for await (const chunk of data) {
      yield chunk;
      sent += chunk.length;
    }
  };
  try {
    await pipeline(Readable.from(counted()), response);
  } catch (error: any) {
    response.destroy();
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
      throw error;
    }
    // The other side has gone away, as it may.
  }
  return sent;
}

function isSameFile(request: Request, etag: string): boolean {
  const condition = request.get('If-Range');
  return condition === undefined || condition === `"${etag}"`;
}
