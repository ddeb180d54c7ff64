import { FieldPacket, Types } from 'mysql2';
import { isBinaryColumn } from './describeColumn';

/**
 * What the values of a column are made of. `plain` is ASCII, `text` UTF-8, and `foreign` text in another character set,
 * of which no more is sure than that ASCII characters are themselves.
 *
 * @internal
 */
export type ValueKind = 'plain' | 'text' | 'foreign' | 'bytes';

const TEXT: ReadonlySet<number> = new Set([
  Types.VARCHAR,
  Types.VAR_STRING,
  Types.STRING,
  Types.TINY_BLOB,
  Types.BLOB,
  Types.MEDIUM_BLOB,
  Types.LONG_BLOB,
  Types.JSON,
  Types.ENUM,
  Types.SET,
]);

// As mysql2 names them. The server says "binary" of JSON, and of types that have no character set.
const UTF8: ReadonlySet<string> = new Set(['utf8', 'cesu8', 'ascii', 'binary']);
const WITHOUT_ASCII: ReadonlySet<string> = new Set([
  'ucs2',
  'utf16',
  'utf16-le',
  'utf32',
  'swe7',
]);

/** @internal */
export function valueKindOf(field: FieldPacket): ValueKind {
  const { encoding = 'utf8' } = field;
  if (isBinaryColumn(field) || WITHOUT_ASCII.has(encoding)) return 'bytes';
  if (!UTF8.has(encoding)) return 'foreign';
  return TEXT.has(field.columnType!) ? 'text' : 'plain';
}
