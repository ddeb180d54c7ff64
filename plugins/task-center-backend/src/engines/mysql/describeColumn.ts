import { FieldPacket, Types } from 'mysql2';
import { ResultColumn } from 'backstage-plugin-task-center-common';

const BINARY_CHARSET = 63;
const UNSIGNED = 32;
const ENUM = 256;
const SET = 2048;
const MAX_BYTES_PER_CHARACTER = 4;

const PLAIN_NAMES: Record<number, string> = {
  [Types.DECIMAL]: 'DECIMAL',
  [Types.NEWDECIMAL]: 'DECIMAL',
  [Types.TINY]: 'TINYINT',
  [Types.SHORT]: 'SMALLINT',
  [Types.INT24]: 'MEDIUMINT',
  [Types.LONG]: 'INT',
  [Types.LONGLONG]: 'BIGINT',
  [Types.FLOAT]: 'FLOAT',
  [Types.DOUBLE]: 'DOUBLE',
  [Types.NULL]: 'NULL',
  [Types.DATE]: 'DATE',
  [Types.NEWDATE]: 'DATE',
  [Types.TIME]: 'TIME',
  [Types.DATETIME]: 'DATETIME',
  [Types.TIMESTAMP]: 'TIMESTAMP',
  [Types.YEAR]: 'YEAR',
  [Types.BIT]: 'BIT',
  [Types.JSON]: 'JSON',
  [Types.VECTOR]: 'VECTOR',
  [Types.GEOMETRY]: 'GEOMETRY',
  [Types.ENUM]: 'ENUM',
  [Types.SET]: 'SET',
};

const ALWAYS_BINARY: ReadonlySet<number> = new Set([
  Types.BIT,
  Types.GEOMETRY,
  Types.VECTOR,
]);

const TEXT_OR_BINARY: ReadonlySet<number> = new Set([
  Types.VARCHAR,
  Types.VAR_STRING,
  Types.STRING,
  Types.TINY_BLOB,
  Types.BLOB,
  Types.MEDIUM_BLOB,
  Types.LONG_BLOB,
]);

const TEXT_EXTENSIONS: ReadonlySet<string> = new Set([
  'uuid',
  'inet4',
  'inet6',
  'xmltype',
]);

/**
 * A column with the name of its type as SQL spells it, such as `BIGINT UNSIGNED`.
 *
 * @internal
 */
export function describeColumn(field: FieldPacket): ResultColumn {
  return { name: field.name, type: typeName(field) };
}

/**
 * Whether the values of a column are bytes and not text.
 *
 * @internal
 */
export function isBinaryColumn(field: FieldPacket): boolean {
  const type = field.columnType!;
  return (
    ALWAYS_BINARY.has(type) ||
    (TEXT_OR_BINARY.has(type) &&
      field.characterSet === BINARY_CHARSET &&
      !TEXT_EXTENSIONS.has(field.extendedTypeName ?? ''))
  );
}

function typeName(field: FieldPacket): string {
  const type = field.columnType!;
  const flags = Number(field.flags);
  if (field.extendedFormat === 'json') {
    return 'JSON';
  }
  if (field.extendedTypeName) {
    return field.extendedTypeName.toUpperCase();
  }
  if (type in PLAIN_NAMES) {
    return flags & UNSIGNED && isNumeric(type)
      ? `${PLAIN_NAMES[type]} UNSIGNED`
      : PLAIN_NAMES[type];
  }
  if (flags & ENUM) return 'ENUM';
  if (flags & SET) return 'SET';
  return stringTypeName(field, type);
}

function stringTypeName(field: FieldPacket, type: number): string {
  const binary = isBinaryColumn(field);
  if (type === Types.STRING) {
    return binary ? 'BINARY' : 'CHAR';
  }
  if (type === Types.VARCHAR || type === Types.VAR_STRING) {
    return binary ? 'VARBINARY' : 'VARCHAR';
  }
  // The server speaks of bytes, and of the most that a character can take.
  const length = field.columnLength! / (binary ? 1 : MAX_BYTES_PER_CHARACTER);
  return `${sizeName(length)}${binary ? 'BLOB' : 'TEXT'}`;
}

function sizeName(length: number): string {
  if (length < 2 ** 8) return 'TINY';
  if (length < 2 ** 16) return '';
  return length < 2 ** 24 ? 'MEDIUM' : 'LONG';
}

function isNumeric(type: number): boolean {
  return (
    type <= Types.DOUBLE ||
    type === Types.LONGLONG ||
    type === Types.INT24 ||
    type === Types.NEWDECIMAL
  );
}
