import { isNumericColumn } from './isNumericColumn';

describe('isNumericColumn', () => {
  it.each([
    'INT',
    'TINYINT',
    'SMALLINT',
    'MEDIUMINT',
    'BIGINT',
    'BIGINT UNSIGNED',
    'int(10) unsigned zerofill',
    'DECIMAL',
    'decimal(12,2)',
    'FLOAT',
    'DOUBLE',
    'DOUBLE UNSIGNED',
    'YEAR',
    'int2',
    'int4',
    'int8',
    'smallint',
    'integer',
    'bigint',
    'numeric',
    'numeric(12,2)',
    'numeric(12, -2)',
    'real',
    'float4',
    'float8',
    'double precision',
    'oid',
    'bigserial',
    'INTEGER',
    'REAL',
    'NUMERIC',
    'number(10)',
  ])('takes %s for numbers', type => {
    expect(isNumericColumn(type)).toBe(true);
  });

  it.each([
    'VARCHAR',
    'CHAR',
    'LONGTEXT',
    'TEXT',
    'BIT',
    'BLOB',
    'DATETIME',
    'POINT',
    'NULL',
    'integer[]',
    'numeric(12,2)[]',
    'double precision[]',
    'int4range',
    'numrange',
    'money',
    'interval year to month',
    'interval',
    'boolean',
    '"number kind"',
    'user-defined',
    '',
  ])('takes %s for something else', type => {
    expect(isNumericColumn(type)).toBe(false);
  });
});
