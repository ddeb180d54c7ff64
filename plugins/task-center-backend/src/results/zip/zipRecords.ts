/** What a 32-bit field says when the figure stands in a 64-bit one. */
const IN_ZIP64 = 0xffff_ffff;
const DEFLATED = 8;
const SIZES_FOLLOW = 1 << 3;
const NAMES_ARE_UTF8 = 1 << 11;
const VERSION = 20;
const ZIP64_VERSION = 45;
const MADE_ON_UNIX = 3 << 8;
const READABLE_FILE = (0o100644 << 16) >>> 0;
const MAX_ENTRIES = 0xffff;

/**
 * What is known of the data of an entry. Sizes are in bytes.
 *
 * @internal
 */
export interface ZipSizes {
  /** Of the data when inflated. */
  crc32: number;
  bytes: number;
  deflatedBytes: number;
}

/**
 * A file in a zip.
 *
 * @internal
 */
export interface ZipEntryHead {
  name: string;
  modifiedAt: Date;
}

/**
 * What stands before the data of an entry. Without sizes they are to follow the data ({@link writeDataDescriptor}).
 *
 * @internal
 */
export function writeLocalHeader(
  entry: ZipEntryHead,
  sizes?: ZipSizes,
): Buffer {
  const isLarge = !sizes || isZip64(sizes);
  const extra = isLarge
    ? writeZip64Extra([sizes?.bytes ?? 0, sizes?.deflatedBytes ?? 0])
    : Buffer.alloc(0);
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(isLarge ? ZIP64_VERSION : VERSION, 4);
  writeCommon(header, 6, entry, sizes ?? { crc32: 0 }, !sizes);
  header.writeUInt32LE(isLarge ? IN_ZIP64 : sizes.deflatedBytes, 18);
  header.writeUInt32LE(isLarge ? IN_ZIP64 : sizes.bytes, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

/**
 * What stands behind the data of an entry whose header gave no sizes.
 *
 * @internal
 */
export function writeDataDescriptor(sizes: ZipSizes): Buffer {
  const descriptor = Buffer.alloc(24);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(sizes.crc32, 4);
  descriptor.writeBigUInt64LE(BigInt(sizes.deflatedBytes), 8);
  descriptor.writeBigUInt64LE(BigInt(sizes.bytes), 16);
  return descriptor;
}

/**
 * An entry as the directory at the end lists it.
 *
 * @param options - `offset` is where its local header begins
 * @internal
 */
export function writeDirectoryEntry(
  entry: ZipEntryHead,
  sizes: ZipSizes,
  options: { offset: number; sizesFollow: boolean },
): Buffer {
  const figures = [sizes.bytes, sizes.deflatedBytes, options.offset];
  const large = figures.filter(figure => figure >= IN_ZIP64);
  const extra = large.length > 0 ? writeZip64Extra(large) : Buffer.alloc(0);
  const name = Buffer.from(entry.name);
  const version =
    options.sizesFollow || large.length > 0 ? ZIP64_VERSION : VERSION;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(MADE_ON_UNIX + ZIP64_VERSION, 4);
  header.writeUInt16LE(version, 6);
  writeCommon(header, 8, entry, sizes, options.sizesFollow);
  header.writeUInt32LE(Math.min(sizes.deflatedBytes, IN_ZIP64), 20);
  header.writeUInt32LE(Math.min(sizes.bytes, IN_ZIP64), 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(READABLE_FILE, 38);
  header.writeUInt32LE(Math.min(options.offset, IN_ZIP64), 42);
  return Buffer.concat([header, name, extra]);
}

/**
 * What stands behind the directory.
 *
 * @internal
 */
export function writeEndOfZip(directory: {
  entries: number;
  offset: number;
  bytes: number;
}): Buffer {
  const { entries, offset, bytes } = directory;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, MAX_ENTRIES), 8);
  end.writeUInt16LE(Math.min(entries, MAX_ENTRIES), 10);
  end.writeUInt32LE(Math.min(bytes, IN_ZIP64), 12);
  end.writeUInt32LE(Math.min(offset, IN_ZIP64), 16);
  const isLarge =
    entries >= MAX_ENTRIES || offset >= IN_ZIP64 || bytes >= IN_ZIP64;
  return isLarge ? Buffer.concat([writeZip64End(directory), end]) : end;
}

function isZip64(sizes: ZipSizes): boolean {
  return sizes.bytes >= IN_ZIP64 || sizes.deflatedBytes >= IN_ZIP64;
}

/** Flags, method, time and CRC, which stand in a row in both headers. */
function writeCommon(
  header: Buffer,
  at: number,
  entry: ZipEntryHead,
  { crc32 }: Pick<ZipSizes, 'crc32'>,
  sizesFollow: boolean,
): void {
  const { date, time } = toDosTime(entry.modifiedAt);
  header.writeUInt16LE(NAMES_ARE_UTF8 | (sizesFollow ? SIZES_FOLLOW : 0), at);
  header.writeUInt16LE(DEFLATED, at + 2);
  header.writeUInt16LE(time, at + 4);
  header.writeUInt16LE(date, at + 6);
  header.writeUInt32LE(crc32, at + 8);
}

/** In UTC, in steps of two seconds, from 1980 on. */
function toDosTime(at: Date): { date: number; time: number } {
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107);
  return {
    date:
      ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time:
      (at.getUTCHours() << 11) |
      (at.getUTCMinutes() << 5) |
      (at.getUTCSeconds() >> 1),
  };
}

function writeZip64Extra(figures: number[]): Buffer {
  const extra = Buffer.alloc(4 + figures.length * 8);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(figures.length * 8, 2);
  figures.forEach((figure, index) =>
    extra.writeBigUInt64LE(BigInt(figure), 4 + index * 8),
  );
  return extra;
}

function writeZip64End(directory: {
  entries: number;
  offset: number;
  bytes: number;
}): Buffer {
  const { entries, offset, bytes } = directory;
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(MADE_ON_UNIX + ZIP64_VERSION, 12);
  end.writeUInt16LE(ZIP64_VERSION, 14);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(bytes), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(offset + bytes), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
