import { bufferSource, ByteSource, joinSources } from '../bytes';
import {
  writeDirectoryEntry,
  writeEndOfZip,
  writeLocalHeader,
  ZipEntryHead,
  ZipSizes,
} from './zipRecords';

/**
 * A file whose data is deflated already.
 *
 * @internal
 */
export interface DeflatedFile extends ZipEntryHead {
  /** Of the data when inflated. */
  crc32: number;
  /** The size of the data when inflated. */
  bytes: number;
  deflated: ByteSource;
}

/**
 * A zip of files that are deflated already. All sizes are known before, so its own is known as well and any part of it
 * can be read alone.
 *
 * @internal
 */
export function zipSource(files: DeflatedFile[]): ByteSource {
  const parts: ByteSource[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const sizes: ZipSizes = {
      crc32: file.crc32,
      bytes: file.bytes,
      deflatedBytes: file.deflated.bytes,
    };
    const header = writeLocalHeader(file, sizes);
    const options = { offset, sizesFollow: false };
    directory.push(writeDirectoryEntry(file, sizes, options));
    parts.push(bufferSource(header), file.deflated);
    offset += header.length + file.deflated.bytes;
  }
  const listing = Buffer.concat(directory);
  const end = { entries: files.length, offset, bytes: listing.length };
  return joinSources([
    ...parts,
    bufferSource(Buffer.concat([listing, writeEndOfZip(end)])),
  ]);
}
