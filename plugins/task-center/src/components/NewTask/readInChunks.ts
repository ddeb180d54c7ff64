const CHUNK_CHARACTERS = 64 * 1024;
const FILE_CHUNK_BYTES = 1024 * 1024;

/**
 * Reads a text or a file in UTF-8 in pieces, so that a large one is never held whole.
 *
 * @internal
 */
export async function* readInChunks(
  script: string | Blob,
): AsyncGenerator<string> {
  if (typeof script === 'string') {
    for (let at = 0; at < script.length; at += CHUNK_CHARACTERS) {
      yield script.slice(at, at + CHUNK_CHARACTERS);
    }
    return;
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let at = 0; at < script.size; at += FILE_CHUNK_BYTES) {
    const bytes = await script.slice(at, at + FILE_CHUNK_BYTES).arrayBuffer();
    yield* readInChunks(decoder.decode(bytes, { stream: true }));
  }
  yield decoder.decode();
}
