import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { createHash } from 'node:crypto';
import { throughCsv } from '../../__testUtils__/throughCsv';
import { AWKWARD_TEXTS } from '../__testUtils__/awkwardTexts';
import { openMariadbSession, query, runClient } from '../__testUtils__/mariadb';
import { ValueColumn, valueTable } from '../__testUtils__/valueTable';

jest.setTimeout(60_000);

const DATABASE = `task_center_values_${process.pid}`;
const BINARY_TYPE = /BINARY|BLOB|BIT|POINT|LINESTRING|POLYGON|GEOMETRY/;

const quote = (values: string[]) => values.map(value => `'${value}'`);
const hexOf = (text: string) => Buffer.from(text).toString('hex');
const text = (value: string) =>
  value === '' ? "''" : `CONVERT(0x${hexOf(value)} USING utf8mb4)`;
const ALL_BYTES = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');
const TEXTS = [...AWKWARD_TEXTS, '\0', 'a\0b\0'].map(text);
const BYTES = [
  "X''",
  "X'00'",
  "X'00FF1000'",
  "X'2020'",
  "X'414220'",
  `X'${ALL_BYTES}'`,
  "X'EFBFBD'",
];

const INTEGERS: ValueColumn[] = [
  ['TINYINT', 'TINYINT', ['-128', '127', '0']],
  ['TINYINT UNSIGNED', 'TINYINT UNSIGNED', ['0', '255']],
  ['BOOLEAN', 'TINYINT', ['TRUE', 'FALSE', '2']],
  ['SMALLINT', 'SMALLINT', ['-32768', '32767']],
  ['SMALLINT UNSIGNED', 'SMALLINT UNSIGNED', ['0', '65535']],
  ['MEDIUMINT', 'MEDIUMINT', ['-8388608', '8388607']],
  ['MEDIUMINT UNSIGNED', 'MEDIUMINT UNSIGNED', ['0', '16777215']],
  ['INT', 'INT', ['-2147483648', '2147483647']],
  ['INT UNSIGNED', 'INT UNSIGNED', ['0', '4294967295']],
  ['INT(8) ZEROFILL', 'INT UNSIGNED', ['0', '42', '4294967295']],
  [
    'BIGINT',
    'BIGINT',
    [
      '-9223372036854775808',
      '9223372036854775807',
      '9007199254740993',
      '-9007199254740993',
    ],
  ],
  ['BIGINT UNSIGNED', 'BIGINT UNSIGNED', ['0', '18446744073709551615']],
];

const NINES = '9'.repeat(35);
const NUMBERS: ValueColumn[] = [
  [
    'DECIMAL(65,30)',
    'DECIMAL',
    [
      `${NINES}.${'9'.repeat(30)}`,
      `-${NINES}.${'9'.repeat(30)}`,
      `0.${'0'.repeat(29)}1`,
      `-0.${'0'.repeat(29)}1`,
      '0',
      '-0',
      '1.50',
    ],
  ],
  ['DECIMAL(65,0)', 'DECIMAL', ['9'.repeat(65), `-${'9'.repeat(65)}`]],
  [
    'DECIMAL(5,2) UNSIGNED ZEROFILL',
    'DECIMAL UNSIGNED',
    ['0', '1.5', '999.99'],
  ],
  [
    'FLOAT',
    'FLOAT',
    [
      '3.402823466e38',
      '-3.402823466e38',
      '1.175494351e-38',
      '1e-45',
      '0.1',
      '-0e0',
      '16777217',
      '1e6',
      '1234567',
      '0.000001',
    ],
  ],
  [
    'DOUBLE',
    'DOUBLE',
    [
      '1.7976931348623157e308',
      '-1.7976931348623157e308',
      '2.2250738585072014e-308',
      '5e-324',
      '0.1e0 + 0.2e0',
      '-0e0',
      '9007199254740993',
      '1e14',
      '1e15',
      '1e17',
      '1e-5',
      '1/3e0',
      '123456789.123456789',
    ],
  ],
  ['DOUBLE UNSIGNED', 'DOUBLE UNSIGNED', ['0', '1.5']],
  ['DOUBLE(20,5)', 'DOUBLE', ['1.5', '-123456789.123456']],
  ['FLOAT(7,3)', 'FLOAT', ['1.5', '9999.999']],
];

const TIMES: ValueColumn[] = [
  [
    'DATE',
    'DATE',
    quote([
      '1000-01-01',
      '9999-12-31',
      '0000-00-00',
      '2024-00-00',
      '2024-02-00',
      '0000-01-01',
      '0001-01-01',
      '2024-02-31',
      '1582-10-10',
    ]),
  ],
  [
    'TIME',
    'TIME',
    quote(['838:59:59', '-838:59:59', '00:00:00', '-00:00:01', '24:00:01']),
  ],
  ...[1, 2, 3, 4, 5, 6].map(
    (digits): ValueColumn => [
      `TIME(${digits})`,
      'TIME',
      quote(['-838:59:58.999999', '-00:00:00.1', '00:00:00', '100:00:00.5']),
    ],
  ),
  [
    'DATETIME',
    'DATETIME',
    quote([
      '0000-00-00 00:00:00',
      '2024-00-00 12:34:56',
      '1000-01-01 00:00:00',
      '9999-12-31 23:59:59',
      '0000-01-01 00:00:00',
    ]),
  ],
  ['DATETIME(3)', 'DATETIME', quote(['2024-06-01 00:00:00.1'])],
  [
    'DATETIME(6)',
    'DATETIME',
    quote([
      '9999-12-31 23:59:59.999999',
      '0000-00-00 00:00:00',
      '2024-06-01 12:00:00.000001',
    ]),
  ],
  [
    'TIMESTAMP NULL',
    'TIMESTAMP',
    quote([
      '1970-01-01 00:00:01',
      '2038-01-19 03:14:07',
      '0000-00-00 00:00:00',
      '2024-03-31 01:30:00',
    ]),
  ],
  ['TIMESTAMP(6) NULL', 'TIMESTAMP', quote(['2038-01-19 03:14:07.999999'])],
  ['YEAR', 'YEAR', ['0', '1901', '2155', "'0000'"]],
];

const STRINGS: ValueColumn[] = [
  ['CHAR(20)', 'CHAR', quote(['abc', 'trail  ', '  lead', ''])],
  ['VARCHAR(260)', 'VARCHAR', TEXTS],
  ['TINYTEXT', 'TINYTEXT', TEXTS],
  ['TEXT', 'TEXT', TEXTS],
  ['MEDIUMTEXT', 'MEDIUMTEXT', TEXTS],
  ['LONGTEXT', 'LONGTEXT', TEXTS],
  ['TEXT CHARACTER SET latin1', 'TEXT', quote(['é€ÿ', 'a'])],
  ['VARCHAR(9) CHARACTER SET ucs2', 'VARCHAR', quote(['é漢', ''])],
  ['TINYTEXT CHARACTER SET gbk', 'TINYTEXT', quote(['漢字'])],
  ['BINARY(4)', 'BINARY', ["X''", "X'00FF'", "X'20202020'"]],
  ['VARBINARY(300)', 'VARBINARY', BYTES],
  ['TINYBLOB', 'TINYBLOB', BYTES.filter(bytes => bytes.length < 500)],
  ['BLOB', 'BLOB', BYTES],
  ['MEDIUMBLOB', 'MEDIUMBLOB', BYTES],
  ['LONGBLOB', 'LONGBLOB', BYTES],
  ['BIT(1)', 'BIT', ["b'0'", "b'1'"]],
  ['BIT(8)', 'BIT', ["b'0'", "b'11111111'"]],
  ['BIT(13)', 'BIT', ["b'1000000000001'"]],
  ['BIT(64)', 'BIT', ['0', '18446744073709551615', '1']],
  [
    `ENUM('', 'a,b', 'it''s "x"', 'très', ' lead')`,
    'ENUM',
    ["''", "'a,b'", `'it''s "x"'`, "'très'", "' lead'"],
  ],
  [`SET('a', 'b c', 'x"y', 'é')`, 'SET', [`'a,b c,x"y,é'`, "''", "'é'"]],
];

const SPECIAL: ValueColumn[] = [
  [
    'JSON',
    'JSON',
    quote([
      '1.0',
      '1.50e2',
      '{"b": 1,  "a": [1.0 , 12345678901234567890], "a": null}',
      ' [ ]',
      '"é😀 ,"',
      'null',
    ]),
  ],
  ['GEOMETRY', 'GEOMETRY', ['POINT(1,2)', 'LineString(POINT(0,0),POINT(1,1))']],
  ['POINT', 'POINT', ['POINT(1e300,-0e0)']],
  ['LINESTRING', 'LINESTRING', ['LineString(POINT(0,0),POINT(1,1))']],
  [
    'POLYGON',
    'POLYGON',
    ["ST_GeomFromText('POLYGON((0 0,1 0,1 1,0 0))',4326)"],
  ],
  ['MULTIPOINT', 'MULTIPOINT', ["ST_GeomFromText('MULTIPOINT(1 1,2 2)')"]],
  [
    'GEOMETRYCOLLECTION',
    'GEOMETRYCOLLECTION',
    ["ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 1))')"],
  ],
  [
    'UUID',
    'UUID',
    quote([
      '00000000-0000-0000-0000-000000000000',
      '123E4567-E89B-12D3-A456-426655440000',
    ]),
  ],
  ['INET6', 'INET6', quote(['::', '2001:DB8::ff00:42:8329', '::ffff:1.2.3.4'])],
  ['INET4', 'INET4', quote(['0.0.0.0', '255.255.255.255'])],
];

// What has no column: its value does not depend on the time.
const EXPRESSIONS: [sql: string, type: string][] = [
  ['NULL', 'NULL'],
  ['1', 'INT'],
  ['TRUE', 'INT'],
  ['9223372036854775807', 'BIGINT'],
  ['18446744073709551615', 'BIGINT UNSIGNED'],
  ['18446744073709551616', 'DECIMAL'],
  ['-0.00', 'DECIMAL'],
  ['1/3', 'DECIMAL'],
  ['1e0/3', 'DOUBLE'],
  ["'it''s'", 'VARCHAR'],
  ["''", 'VARCHAR'],
  ["X'00ff'", 'VARBINARY'],
  ["X''", 'VARBINARY'],
  ["UNHEX('zz')", 'VARBINARY'],
  ["CONCAT('é', 0xff)", 'VARBINARY'],
  ["CAST('a' AS BINARY(3))", 'VARBINARY'],
  ["CAST('é' AS CHAR)", 'VARCHAR'],
  ["DATE'2024-02-29'", 'DATE'],
  ["TIME'-838:59:59.5'", 'TIME'],
  ["TIMESTAMP'2024-02-29 00:00:00.10'", 'DATETIME'],
  ["TIMEDIFF('00:00:00','100:00:00')", 'TIME'],
  ["DATE_ADD('2024-01-31', INTERVAL 1 MONTH)", 'CHAR'],
  ['SUM(9223372036854775807)', 'DECIMAL'],
  ['AVG(1)', 'DECIMAL'],
  ['BIT_OR(18446744073709551615)', 'BIGINT UNSIGNED'],
  ["GROUP_CONCAT('a', NULL)", 'MEDIUMTEXT'],
  ["JSON_OBJECT('a', 1.0)", 'JSON'],
  ["JSON_EXTRACT('[1.0]', '$[0]')", 'JSON'],
  ['POINT(1,2)', 'POINT'],
  ['ST_AsText(POINT(1,2))', 'LONGTEXT'],
  ["INET6_ATON('::1')", 'VARBINARY'],
  ["COLUMN_CREATE('a', 1)", 'LONGBLOB'],
  ["COMPRESS('aaaa')", 'VARBINARY'],
];

// Every character set of the server has some of these.
const SAMPLE =
  'aé€ß ±ґЖяαΩאבجد ไทย Աբ აბ ｱｲ あア漢字中文國 한글 ¥‾~\\ ①Ⅳ ∥－ 😀 ąčřűž ðþ ûé';

describe('values of MariaDB', () => {
  let session: DatabaseSession;

  const run = (sql: string) => query(session, sql);
  const rowsOf = async (sql: string, maxRows?: number) =>
    (await query(session, sql, maxRows))[0].rows;

  // The client prints NULL as a word, and among bytes as no bytes at all.
  const asPrinted = (rows: ResultRow[], columns: ResultColumn[]) =>
    rows.map(row =>
      row.map((value, index) => {
        const isBinary = BINARY_TYPE.test(columns[index].type);
        if (value === null) return isBinary ? '0x' : 'NULL';
        return isBinary ? value.toUpperCase().replace('0X', '0x') : value;
      }),
    );

  beforeAll(async () => {
    session = await openMariadbSession();
    await run(`CREATE DATABASE ${DATABASE} CHARACTER SET utf8mb4`);
    await run(`USE ${DATABASE}`);
    await run("SET sql_mode = 'ALLOW_INVALID_DATES'");
  });

  afterAll(async () => {
    await run(`DROP DATABASE ${DATABASE}`);
    await session.close();
  });

  it.each([
    ['integers', INTEGERS],
    ['numbers', NUMBERS],
    ['times', TIMES],
    ['strings', STRINGS],
    ['special', SPECIAL],
  ])('of the type table %s are what the client prints', async (name, types) => {
    const { statements, nulls } = valueTable(name, types);
    for (const statement of statements) await run(statement);
    const sql = `SELECT * FROM ${name} ORDER BY id`;

    const [{ rows, columns }] = await run(sql);

    expect(columns.slice(1).map(({ type }) => type)).toEqual(
      types.map(([, reported]) => reported),
    );
    expect(rows.map(row => row.map(value => value === null))).toEqual(nulls);
    expect(asPrinted(rows, columns)).toEqual(runClient(sql, DATABASE));
    expect(throughCsv(rows)).toEqual(rows);
  });

  it('of expressions are what the client prints', async () => {
    const sql = `SELECT ${EXPRESSIONS.map(([it]) => it).join(', ')}`;
    const [{ rows, columns }] = await run(sql);
    expect(columns.map(({ name, type }) => [name, type])).toEqual(
      EXPRESSIONS.map(([, type], index) => [columns[index].name, type]),
    );
    expect(asPrinted(rows, columns)).toEqual(runClient(sql, DATABASE));
    expect(rows[0]).toHaveLength(EXPRESSIONS.length);
  });

  it('are spelled by the server and not by JavaScript', async () => {
    expect(
      await rowsOf(
        `SELECT 18446744073709551615, -9223372036854775808, 1.10, 1e15, ${'9'.repeat(
          65,
        )}, TIME'-838:59:59', X'00FF', '', NULL, 'NULL'`,
      ),
    ).toEqual([
      [
        '18446744073709551615',
        '-9223372036854775808',
        '1.10',
        '1e15',
        '9'.repeat(65),
        '-838:59:59',
        '0x00ff',
        '',
        null,
        'NULL',
      ],
    ]);
  });

  it('that are text keep every character', async () => {
    const all = [...AWKWARD_TEXTS, '\u{10FFFF}', '\0', 'a\0b\0'];
    const rows = await rowsOf(`SELECT ${all.map(text).join(', ')}`);
    expect(rows).toEqual([all]);
    expect(throughCsv(rows)).toEqual([all]);
  });

  describe('in every character set of the server', () => {
    let names: string[];
    let sql: string;

    beforeAll(async () => {
      const rows = await rowsOf(
        'SELECT CHARACTER_SET_NAME FROM information_schema.CHARACTER_SETS ORDER BY 1',
      );
      names = rows.map(([name]) => name!);
      const samples = names.map(
        name => `CONVERT(${text(SAMPLE)} USING ${name}) AS '${name}'`,
      );
      sql = `SELECT ${samples.join(', ')}`;
    });

    it('are what the client prints', async () => {
      const [{ rows, columns }] = await run(sql);
      expect(names.length).toBeGreaterThan(35);
      expect(asPrinted(rows, columns)).toEqual(runClient(sql, DATABASE));
      const plain = names.filter(
        // eslint-disable-next-line no-control-regex
        (_, index) => !/[^\x00-\x7f]/.test(rows[0][index]!),
      );
      expect(plain).toEqual(['ascii', 'binary']);
      expect(rows[0][names.indexOf('binary')]).toBe(`0x${hexOf(SAMPLE)}`);
      expect(throughCsv(rows)).toEqual(rows);
    });

    it('stay the same whatever character set the script chooses', async () => {
      const expected = await rowsOf(sql);
      for (const name of [...names, 'NULL']) {
        await run(`SET character_set_results = ${name}`);
        expect([name, await rowsOf(sql)]).toEqual([name, expected]);
      }
    });

    it('stay the same behind SET NAMES', async () => {
      const [{ rows: expected }] = await run(`SELECT ${text(SAMPLE)} AS \`é\``);
      for (const name of ['latin1', 'utf8mb3', 'gbk', 'cp932', 'dec8']) {
        await run(`/*!40101 SET NAMES ${name} */`);
        const rows = await rowsOf(
          `SELECT CONVERT(0x${hexOf(SAMPLE)} USING utf8mb4)`,
        );
        expect([name, rows]).toEqual([name, expected]);
      }
      await run('SET NAMES utf8mb4');
    });

    it('go in as they are, too', async () => {
      const outcome = async (name: string, value: string) => {
        await run(`SET NAMES ${name}`);
        return rowsOf(
          `SELECT '${value}', HEX(CONVERT('${value}' USING utf8mb4))`,
        );
      };
      for (const [name, value] of [
        ['latin1', 'é€'],
        ['dec8', 'é'],
        ['gbk', '漢·～'],
        ['sjis', '漢か'],
      ]) {
        const hex = hexOf(value).toUpperCase();
        expect(await outcome(name, value)).toEqual([[value, hex]]);
      }
      await run('SET NAMES utf8mb4');
    });

    it('become right when the server has not said what was chosen', async () => {
      await run("SET session_track_system_variables = ''");
      await run('SET character_set_results = latin1');
      const same = "SELECT 'plain', 'é€'";
      expect(await rowsOf(same)).toEqual([['plain', '0xe980']]);
      expect(await rowsOf(same)).toEqual([['plain', 'é€']]);
      await run('SET session_track_system_variables = DEFAULT');
    });

    it('leave what a statement has left for the next one to ask', async () => {
      await run(
        `CREATE PROCEDURE warn() BEGIN
           SET character_set_results = latin1;
           SIGNAL SQLSTATE '01000' SET MESSAGE_TEXT = 'careful';
         END`,
      );
      await run('CALL warn()');
      expect(await rowsOf('/* ? */ SHOW WARNINGS')).toEqual([
        ['Warning', '1642', 'careful'],
      ]);
      expect(await rowsOf("SELECT 'é€'")).toEqual([['é€']]);
    });

    it('are bytes when a procedure has them sent in another one', async () => {
      await run(
        `CREATE PROCEDURE send() BEGIN
           SET character_set_results = latin1;
           SELECT CONVERT('é€ and' USING latin1), 'ASCII', 1.5, X'E9';
           SET character_set_results = utf16;
           SELECT 'AB', NULL;
           SET character_set_results = NULL;
           SELECT CONVERT('漢' USING gbk), CONVERT('é' USING utf8mb3), 1;
         END`,
      );
      const results = await run('CALL send()');
      expect(results.map(({ rows }) => rows)).toEqual([
        [['0xe98020616e64', 'ASCII', '1.5', '0xe9']],
        [['0x00410042', null]],
        [['0x9d68', 'é', '1']],
      ]);
      expect(await rowsOf("SELECT 'é'")).toEqual([['é']]);
    });
  });

  it('that are not UTF-8 although the server says so are bytes', async () => {
    const sql =
      "SELECT _utf8mb4 0xEDA080, _ucs2 0xD83D, 'é', _utf8mb4 0xEFBFBD, 7";
    const rows = await rowsOf(sql);
    expect(rows).toEqual([['0xeda080', '0xeda0bd', 'é', '\uFFFD', '7']]);
    expect(throughCsv(rows)).toEqual(rows);
    expect(
      await rowsOf("EXECUTE IMMEDIATE CONCAT('SELECT ''', X'61FF', '''')"),
    ).toEqual([['0x61ff']]);
  });

  it('of 16 MiB come whole', async () => {
    const size = 2 ** 24;
    const line = `äb"${'x'.repeat(60)}\n`;
    const long = `REPEAT(${text(line)}, ${size / line.length})`;
    const blob = `REPEAT(X'00FF', ${size / 2})`;
    const rows = await rowsOf(`SELECT ${long}, ${blob}, 'x'`);
    const md5 = (value: string) =>
      createHash('md5').update(value).digest('hex');
    expect(rows[0][0]).toHaveLength(size);
    expect([rows[0].map(value => md5(value!))]).toEqual(
      await rowsOf(
        `SELECT MD5(${long}), MD5(CONCAT('0x', LOWER(HEX(${blob})))), MD5('x')`,
      ),
    );
    expect(throughCsv(rows)).toEqual(rows);
  });

  it.each([0, 1, 8, 9, 250, 251, 252, 65535, 65536, 65537])(
    'of %d characters come whole',
    async length => {
      expect(
        await rowsOf(
          `SELECT REPEAT('x', ${length}), REPEAT('é', ${length}), REPEAT(X'FF', ${length})`,
        ),
      ).toEqual([
        ['x'.repeat(length), 'é'.repeat(length), `0x${'ff'.repeat(length)}`],
      ]);
    },
  );

  it('come in as many columns as the server has, of any name', async () => {
    const count = 4_096;
    const list = Array.from({ length: count }, (_, i) => `${i} AS n${i % 7}`);
    const [{ rows, columns }] = await run(`SELECT ${list.join(', ')}`);
    expect(rows).toEqual([Array.from({ length: count }, (_, i) => String(i))]);
    expect(columns.map(({ name }) => name)).toEqual(
      Array.from({ length: count }, (_, i) => `n${i % 7}`),
    );
    const [named] = await run(
      "SELECT 1 AS '', 2 AS '', 3 AS ' a', 4 AS `a,\"b`, 5 AS `line\nfeed`, 6 AS `é✓` LIMIT 0",
    );
    expect(named.columns.map(({ name }) => name)).toEqual([
      '',
      '',
      'a',
      'a,"b',
      'line\nfeed',
      'é✓',
    ]);
    expect(named.rows).toEqual([]);
  });
});
