import { SqlDialect } from 'backstage-plugin-task-center-common';
import { ColumnKind } from '../grid/columnKind';

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const BYTES = /^0x((?:[0-9a-f]{2})*)$/i;

const BINARY: Record<SqlDialect, (hex: string) => string> = {
  mysql: hex => `X'${hex}'`,
  postgres: hex => `'\\x${hex}'::bytea`,
  sqlite: hex => `X'${hex}'`,
};

const TEXT: Record<SqlDialect, (text: string) => string> = {
  // eslint-disable-next-line no-control-regex
  mysql: text => `'${text.replace(/[\0\n\r\x1a\\']/g, escapeMysql)}'`,
  // E'' means the same whether the server takes a backslash in '' for an escape or not.
  postgres: text =>
    text.includes('\\')
      ? `E'${doubled(text).replaceAll('\\', '\\\\')}'`
      : `'${doubled(text)}'`,
  // SQLite reads a statement up to the first zero.
  sqlite: text =>
    text.includes('\0')
      ? `CAST(X'${hexOf(text)}' AS TEXT)`
      : `'${doubled(text)}'`,
};

/**
 * A value as it is written in a statement, so that the database stores just that value.
 *
 * @internal
 */
export function sqlLiteral(
  value: string | null,
  kind: ColumnKind,
  dialect: SqlDialect,
): string {
  if (value === null) {
    return 'NULL';
  }
  if (kind === 'number' && NUMBER.test(value)) {
    return value;
  }
  const bytes = kind === 'binary' ? BYTES.exec(value)?.[1] : undefined;
  return bytes === undefined ? TEXT[dialect](value) : BINARY[dialect](bytes);
}

function escapeMysql(character: string): string {
  const escapes: Record<string, string> = {
    '\0': '\\0',
    '\n': '\\n',
    '\r': '\\r',
    '\x1a': '\\Z',
    '\\': '\\\\',
    "'": "''",
  };
  return escapes[character];
}

function doubled(text: string): string {
  return text.replaceAll("'", "''");
}

function hexOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
