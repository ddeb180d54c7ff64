import { randomUUID } from 'node:crypto';
import { StreamId } from '../Segment';

/**
 * The key of a new object with segments of a stream. No two are the same, so that no worker ever writes over what
 * another one has written, and an object that is about to be removed does not come to life again.
 *
 * @internal
 */
export function createObjectKey(stream: StreamId, firstNumber: number): string {
  return `${objectPrefix(
    stream.owner,
    stream.stream,
  )}/${firstNumber}-${randomUUID()}`;
}

/**
 * What the keys of all objects of an owner begin with, or of those streams of theirs whose names begin so.
 *
 * @internal
 */
export function objectPrefix(owner: string, streamPrefix: string = ''): string {
  return `${owner}/${streamPrefix}`;
}
