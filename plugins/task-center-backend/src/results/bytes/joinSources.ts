import { ByteRange, ByteSource } from './ByteSource';

/**
 * Bytes behind each other.
 *
 * @internal
 */
export function joinSources(sources: ByteSource[]): ByteSource {
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
  return {
    bytes,
    read: (range = { from: 0, to: bytes }) => readParts(sources, range),
  };
}

async function* readParts(
  sources: ByteSource[],
  { from, to }: ByteRange,
): AsyncGenerator<Buffer> {
  let start = 0;
  for (const source of sources) {
    const part = {
      from: Math.max(from - start, 0),
      to: Math.min(to - start, source.bytes),
    };
    if (part.from < part.to) {
      yield* source.read(part);
    }
    start += source.bytes;
  }
}
