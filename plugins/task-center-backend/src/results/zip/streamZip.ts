import { crc32 } from 'node:zlib';
import { deflateSegment, FINAL_BLOCK } from '../../streams';
import {
  writeDataDescriptor,
  writeDirectoryEntry,
  writeEndOfZip,
  writeLocalHeader,
  ZipEntryHead,
  ZipSizes,
} from './zipRecords';

/**
 * A file whose data is made while it is sent.
 *
 * @internal
 */
export interface StreamedFile extends ZipEntryHead {
  data: AsyncIterable<Buffer>;
}

/**
 * A zip of files whose sizes are not known before. Each file's data is read when its turn has come.
 *
 * @internal
 */
export async function* streamZip(
  files: Iterable<StreamedFile>,
): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const header = writeLocalHeader(file);
    yield header;
    const sizes = { crc32: 0, bytes: 0, deflatedBytes: 0 };
    yield* deflate(file.data, sizes);
    const descriptor = writeDataDescriptor(sizes);
    yield descriptor;
    const options = { offset, sizesFollow: true };
    directory.push(writeDirectoryEntry(file, sizes, options));
    offset += header.length + sizes.deflatedBytes + descriptor.length;
  }
  const listing = Buffer.concat(directory);
  yield listing;
  yield writeEndOfZip({
    entries: directory.length,
    offset,
    bytes: listing.length,
  });
}

async function* deflate(
  data: AsyncIterable<Buffer>,
  sizes: ZipSizes,
): AsyncGenerator<Buffer> {
  for await (const chunk of data) {
    const deflated = await deflateSegment(chunk);
    sizes.crc32 = crc32(chunk, sizes.crc32);
    sizes.bytes += chunk.length;
    sizes.deflatedBytes += deflated.length;
    yield deflated;
  }
  sizes.deflatedBytes += FINAL_BLOCK.length;
  yield FINAL_BLOCK;
}
