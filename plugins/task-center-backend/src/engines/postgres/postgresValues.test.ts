import { DatabaseSession } from 'backstage-plugin-task-center-node';
import { createHash } from 'node:crypto';
import { throughCsv } from '../../__testUtils__/throughCsv';
import { AWKWARD_TEXTS } from '../__testUtils__/awkwardTexts';
import { query } from '../__testUtils__/mariadb';
import {
  openPostgresSession,
  queryWithPsql,
  runPsql,
} from '../__testUtils__/postgres';
import { ValueColumn, valueTable } from '../__testUtils__/valueTable';

jest.setTimeout(60_000);

const DATABASE = `task_center_values_${process.pid}`;

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const TEXTS = AWKWARD_TEXTS.map(text);
const ALL_BYTES = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');
const BYTES = ['', '\\x00', '\\x00ff1000', '\\x2020', `\\x${ALL_BYTES}`].map(
  text,
);

const same = (type: string, ...values: string[]): ValueColumn => [
  type,
  type,
  values.map(text),
];

const NUMBERS: ValueColumn[] = [
  same('smallint', '-32768', '32767'),
  same('integer', '-2147483648', '2147483647'),
  same(
    'bigint',
    '-9223372036854775808',
    '9223372036854775807',
    '9007199254740993',
  ),
  same(
    'numeric',
    '9'.repeat(131_072),
    `0.${'0'.repeat(16_382)}1`,
    `-${'9'.repeat(400)}.${'9'.repeat(400)}`,
    'NaN',
    'Infinity',
    '-Infinity',
    '-0',
    '0.00',
    '1e-20',
    '1e30',
    '1.10',
  ),
  same('numeric(60,30)', '1.5', '-0.000000000000000000000000000001', '-0'),
  same('numeric(5,0)', '99999', '1.5'),
  same('numeric(3,-2)', '12345', '49'),
  same(
    'real',
    '3.4028235e38',
    '1e-45',
    '1.1754944e-38',
    '0.1',
    '-0',
    '16777217',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e6',
    '123456789',
  ),
  [
    'double precision',
    'double precision',
    [
      ...[
        '1.7976931348623157e308',
        '5e-324',
        '2.2250738585072014e-308',
        '-0',
        '9007199254740993',
        'NaN',
        'Infinity',
        '-Infinity',
        '1e14',
        '1e15',
        '1e16',
        '1e-5',
      ].map(text),
      '0.1::float8 + 0.2::float8',
      '1::float8 / 3',
    ],
  ],
  same('money', '-92233720368547758.08', '92233720368547758.07', '0', '0.01'),
  same('oid', '0', '4294967295'),
  same('xid8', '18446744073709551615'),
  same('pg_lsn', 'FFFFFFFF/FFFFFFFF', '0/0'),
  same('boolean', 't', 'f'),
];

const TIMES: ValueColumn[] = [
  same(
    'date',
    'infinity',
    '-infinity',
    '4713-01-01 BC',
    '0001-12-31 BC',
    '0001-01-01',
    '5874897-12-31',
    '2024-02-29',
  ),
  ...[0, 1, 2, 3, 4, 5, 6].map(digits =>
    same(
      `time(${digits}) without time zone`,
      '00:00',
      '24:00:00',
      '23:59:59.987654',
      '12:00:00.1',
    ),
  ),
  same('time with time zone', '12:00+05:30', '24:00:00-15:59:59', '00:00:00Z'),
  same('time(2) with time zone', '12:00:00.126+15:59'),
  same(
    'timestamp without time zone',
    '4713-01-01 00:00:00 BC',
    '294276-12-31 23:59:59.999999',
    'infinity',
    '-infinity',
    'epoch',
    '2024-06-01 12:00:00.000001',
    '0001-12-31 23:59:59 BC',
    '12345-01-01',
  ),
  same('timestamp(3) without time zone', '2024-06-01 12:00:00.1'),
  same(
    'timestamp with time zone',
    '294276-12-31 23:59:59.999999+00',
    '4713-01-02 00:00:00+00 BC',
    'infinity',
    '-infinity',
    '1900-01-01 00:00+00',
    '2024-03-31 01:30:00.5+00',
  ),
  same('timestamp(0) with time zone', '2024-06-01 12:00:00.5+02'),
  same(
    'interval',
    '0',
    '-1 year 2 mons -3 days 04:05:06.789',
    '178000000 years',
    '-178000000 years',
    '2147483647 days',
    '-00:00:00.000001',
    '1000000:00:00',
    '1 mon -1 day',
  ),
  same('interval day to second(2)', '3 04:05:06.78'),
  same('interval year to month', '1-2'),
];

const TEXTUAL: ValueColumn[] = [
  ['text', 'text', TEXTS],
  ['character varying(300)', 'character varying(300)', TEXTS],
  ['character varying', 'character varying', TEXTS],
  same('character(10)', 'abc', '', '  lead', 'trail  ', 'é'),
  same('"char"', 'x', '', ' ', '\\351'),
  same('name', 'pg_class', ''),
  ['bytea', 'bytea', BYTES],
  same('bit(1)', '0', '1'),
  same('bit(64)', '1'.repeat(64), '01'.repeat(32)),
  same('bit varying', '', '1', '0'.repeat(70)),
  same('bit varying(9)', '101', ''),
  same(
    'json',
    '1.0',
    '{"b":1,  "a": [1.0 , 12345678901234567890], "a" : null}',
    ' [ ] ',
    '"é😀 \\u0041 ,"',
    'null',
  ),
  same(
    'jsonb',
    '1.0',
    '{"b":1,  "a": [1.50 , 12345678901234567890], "a" : null}',
    '"é😀 \\u0041"',
    'null',
    '{}',
  ),
  same('jsonpath', '$.a[*] ? (@ > 1)'),
  same('xml', '<a  b="1">é&amp;</a>', '', 'text <b/>'),
  same('tsvector', "a fat cat:3A 'it''s':1,2", ''),
  same('tsquery', "fat & (cat | !dog) <-> 'x y'", ''),
  same(
    'uuid',
    '00000000-0000-0000-0000-000000000000',
    '123E4567-E89B-12D3-A456-426655440000',
  ),
  same('inet', '2001:db8::1/64', '0.0.0.0', '10.0.0.1/8', '::ffff:1.2.3.4'),
  same('cidr', '::/0', '10.0.0.0/8', '1.2.3.4/32'),
  same('macaddr', '08:00:2B:01:02:03'),
  same('macaddr8', '08:00:2b:01:02:03:04:05'),
];

const COMPOSED: ValueColumn[] = [
  same('point', '(1e300,-0)', '(NaN,Infinity)', '(0.1,5e-324)'),
  same('line', '{1,2,3}'),
  same('lseg', '[(0,0),(1,1.5)]'),
  same('box', '(1,1),(0,0)'),
  same('path', '((0,0),(1,1))', '[(0,0),(1,1)]'),
  same('polygon', '((0,0),(1,0),(1,1))'),
  same('circle', '<(0,0),1.5>'),
  same('integer[]', '{}', '{1,NULL,-3}', '{{1,2},{3,4}}', '[0:1]={5,6}'),
  same('text[]', '{"a b","c,d","",NULL,"NULL","\\"","\\\\"," é😀"}', '{{{x}}}'),
  same('bytea[]', '{"\\\\x00ff",NULL,"\\\\x"}'),
  same('numeric(5,2)[]', '{1.5,NaN}'),
  same('timestamp with time zone[]', '{infinity,"2024-06-01 00:00+00"}'),
  same('json[]', '{"{\\"a\\": 1.0}"}'),
  same('int4range', '[1,5]', 'empty', '(,)', '[5,)'),
  same('numrange', '(1.10,2.20]'),
  same('tsrange', '[2024-01-01,infinity)'),
  same('daterange', '[2024-01-01,2024-01-31]'),
  same('int8multirange', '{}', '{[1,2),[5,9007199254740993)}'),
  same('nummultirange', '{(,1.0],[2.50,)}'),
  same('mood', 'sad', 'très content', 'a,b', 'it\\"s', ''),
  same('mood[]', '{sad,"très content","a,b",""}'),
  same('pair', '(1,"x, y")', '(,)', '(,"")', '(1,"a""b\\\\c")'),
  same('pair[]', '{"(1,\\"x, y\\")",NULL}'),
  ['positive', 'integer', ['5']],
  ['short', 'character varying(5)', ["'a,b'", "''"]],
  ['"Mixed Name"', '"Mixed Name"', ["'x y'"]],
  same('regclass', 'pg_class', '"Mixed Table"', '0'),
  same('regtype', 'integer', 'mood[]'),
  same('regprocedure', 'lower(text)'),
  same('tid', '(0,1)'),
  same('hstore', 'a=>1, "b c"=>NULL, d=>"x\\"y"', ''),
];

const SETTINGS = [
  "intervalstyle = 'postgres'",
  "intervalstyle = 'sql_standard'",
  "intervalstyle = 'iso_8601'",
  "intervalstyle = 'postgres_verbose'",
  "datestyle = 'SQL, DMY'",
  "datestyle = 'German'",
  "datestyle = 'Postgres, MDY'",
  "timezone = 'Asia/Kolkata'",
  "timezone = 'Europe/Amsterdam'",
];

describe('values of PostgreSQL', () => {
  let server: DatabaseSession;
  let session: DatabaseSession;
  let hasHstore: boolean;

  const run = (sql: string) => query(session, sql);
  const rowsOf = async (sql: string) => (await run(sql))[0].rows;
  const asPrinted = (value: string | null) =>
    value?.startsWith('\\x') ? value.replace('\\', '0') : value;

  beforeAll(async () => {
    server = await openPostgresSession();
    await query(
      server,
      `CREATE DATABASE ${DATABASE} ENCODING 'UTF8' TEMPLATE template0`,
    );
    session = await openPostgresSession({ database: DATABASE });
    await run(
      `CREATE TYPE mood AS ENUM ('sad', 'très content', 'a,b', 'it\\"s', '')`,
    );
    await run('CREATE DOMAIN positive AS int CHECK (VALUE > 0)');
    await run('CREATE DOMAIN short AS varchar(5)');
    await run(`CREATE TYPE "Mixed Name" AS ENUM ('x y')`);
    await run('CREATE TYPE pair AS (a int, b text)');
    await run('CREATE TABLE "Mixed Table" (a int)');
    [[hasHstore]] = (
      await rowsOf(
        "SELECT count(*) > 0 FROM pg_available_extensions WHERE name = 'hstore'",
      )
    ).map(([value]) => [value === 't']);
    if (hasHstore) await run('CREATE EXTENSION hstore');
  });

  afterAll(async () => {
    await session.close();
    await query(server, `DROP DATABASE ${DATABASE}`);
    await server.close();
  });

  it.each([
    ['numbers', NUMBERS],
    ['times', TIMES],
    ['textual', TEXTUAL],
    ['composed', COMPOSED],
  ])('of the type table %s are what psql prints', async (name, all) => {
    const types = all.filter(([type]) => hasHstore || type !== 'hstore');
    const { statements, nulls } = valueTable(name, types);
    for (const statement of statements) await run(statement);
    const sql = `SELECT * FROM ${name} ORDER BY id`;

    const [{ rows, columns }] = await run(sql);

    expect(columns.slice(1).map(({ type }) => type)).toEqual(
      types.map(([, reported]) => reported),
    );
    expect(rows.map(row => row.map(value => value === null))).toEqual(nulls);
    const isBytes = columns.map(({ type }) => type === 'bytea');
    expect(rows).toEqual(
      queryWithPsql(sql, DATABASE).map(row =>
        row.map((value, index) => (isBytes[index] ? asPrinted(value) : value)),
      ),
    );
    expect(throughCsv(rows)).toEqual(rows);
  });

  it.each(SETTINGS)('follow %s as psql does', async setting => {
    const sql = 'SELECT * FROM times ORDER BY id';
    const before = await rowsOf(sql);
    await run(`SET ${setting}`);
    const rows = await rowsOf(sql);
    await run('RESET ALL');
    expect(rows).toEqual(queryWithPsql(`SET ${setting};\n${sql}`, DATABASE));
    expect(rows).toHaveLength(before.length);
    // What the server does by default changes nothing.
    const isDefault = setting === SETTINGS[0];
    expect(JSON.stringify(rows) === JSON.stringify(before)).toBe(isDefault);
  });

  it('are spelled by the server and not by JavaScript', async () => {
    expect(
      await rowsOf(
        `SELECT 9223372036854775807, 1.10, '-0'::float8, 'NaN'::numeric, '24:00'::time, 'infinity'::date,
           '\\x00FF'::bytea, '', NULL, 'NULL', '{"b":1.0,"a":2}'::json, ARRAY[NULL, 'NULL'], '5e-324'::float8`,
      ),
    ).toEqual([
      [
        '9223372036854775807',
        '1.10',
        '-0',
        'NaN',
        '24:00:00',
        'infinity',
        '0x00ff',
        '',
        null,
        'NULL',
        '{"b":1.0,"a":2}',
        '{NULL,"NULL"}',
        '5e-324',
      ],
    ]);
  });

  it('that are text keep every character', async () => {
    // psql leaves out the last one.
    const all = [...AWKWARD_TEXTS, '\u{10FFFF}'];
    const rows = await rowsOf(`SELECT ${all.map(text).join(', ')}`);
    expect(rows).toEqual([all]);
    expect(throughCsv(rows)).toEqual([all]);
  });

  it('within a transaction are the same', async () => {
    const sql = 'SELECT * FROM textual ORDER BY id';
    const expected = await rowsOf(sql);
    await run('BEGIN');
    expect(await rowsOf(sql)).toEqual(expected);
    await run('COMMIT');
    expect(expected.length).toBeGreaterThan(AWKWARD_TEXTS.length);
  });

  describe.each(['LATIN1', 'SQL_ASCII'])('of a database in %s', encoding => {
    const database = `${DATABASE}_${encoding.toLowerCase()}`;
    let other: DatabaseSession;

    beforeAll(async () => {
      await query(
        server,
        `CREATE DATABASE ${database} ENCODING '${encoding}' TEMPLATE template0`,
      );
      other = await openPostgresSession({ database });
    });

    afterAll(async () => {
      await other.close();
      await query(server, `DROP DATABASE ${database}`);
    });

    it('are what psql prints', async () => {
      const sql = "SELECT 'é', 'ÿß', E'a\\nb', '', NULL, '\\xe9'::bytea";
      const [{ rows }] = await query(other, sql);
      expect(rows).toEqual([['é', 'ÿß', 'a\nb', '', null, '0xe9']]);
      expect(rows).toEqual(
        queryWithPsql(sql, database).map(row => row.map(asPrinted)),
      );
    });

    it('are UTF-8, or refused by the server', async () => {
      const bytes = query(
        other,
        `SELECT convert_from('\\xff', '${encoding}')`,
      ).then(
        ([{ rows }]) => rows,
        error => error.code,
      );
      expect(await bytes).toEqual(encoding === 'LATIN1' ? [['ÿ']] : '22021');
    });
  });

  it('that COPY writes are its lines, and bytes where those are not UTF-8', async () => {
    const source = "(SELECT 'é' AS a, NULL AS b, E'x\\ty\\nz' AS c, '' AS d)";
    const sql = `COPY ${source} TO STDOUT`;
    expect((await rowsOf(sql)).map(row => `${row[0]}\n`).join('')).toBe(
      runPsql(`${sql};`, DATABASE),
    );
    expect(
      await rowsOf(`COPY ${source} TO STDOUT (FORMAT csv, ENCODING 'LATIN1')`),
    ).toEqual([['0xe92c2c227809790a7a222c2222']]);
    const [binary] = await run(
      "COPY (SELECT 65, 'AB') TO STDOUT (FORMAT binary)",
    );
    expect(binary.columns).toEqual([{ name: 'line', type: 'bytea' }]);
    expect(binary.rows.map(([row]) => row!.slice(2)).join('')).toBe(
      '5047434f50590aff0d0a000000000000000000' +
        '0002000000040000004100000002' +
        '4142ffff',
    );
  });

  it('that may be misread are told of', async () => {
    const own = await openPostgresSession({ database: DATABASE });
    const sink = { begin: jest.fn(), rows: jest.fn(), end: jest.fn() };
    const outcome = await own.execute(
      "SELECT set_config('client_encoding', 'LATIN1', false), 'é'",
      { sink, maxRows: 10 },
    );
    expect(outcome).toMatchObject({
      warnings: 1,
      warningTexts: [{ message: expect.stringContaining('LATIN1') }],
    });
    expect((await query(own, "SELECT 'é€'"))[0].rows).toEqual([['é€']]);
    await own.close();
  });

  it('of 16 MiB come whole', async () => {
    const size = 2 ** 24;
    const line = `äb"${'x'.repeat(60)}\n`;
    const long = `repeat(${text(line)}, ${size / line.length})`;
    const blob = `decode(repeat('00ff', ${size / 2}), 'hex')`;
    const rows = await rowsOf(`SELECT ${long}, ${blob}, 'x'`);
    const md5 = (value: string) =>
      createHash('md5').update(value).digest('hex');
    expect(rows[0][0]).toHaveLength(size);
    expect([rows[0].map(value => md5(value!))]).toEqual(
      await rowsOf(
        `SELECT md5(${long}), md5('0x' || encode(${blob}, 'hex')), md5('x')`,
      ),
    );
    expect(throughCsv(rows)).toEqual(rows);
  });

  it('come in as many columns as the server has, of any name', async () => {
    const count = 1_664;
    const list = Array.from({ length: count }, (_, i) => `${i} AS n${i % 7}`);
    const [{ rows, columns }] = await run(`SELECT ${list.join(', ')}`);
    expect(rows).toEqual([Array.from({ length: count }, (_, i) => String(i))]);
    expect(columns.map(({ name }) => name)).toEqual(
      Array.from({ length: count }, (_, i) => `n${i % 7}`),
    );
    const [named] = await run(
      'SELECT 1 AS " a", 2 AS "a,""b", 3 AS "line\nfeed", 4 AS "😀 é", 5 AS "__proto__", 6, 7 LIMIT 0',
    );
    expect(named.columns.map(({ name }) => name)).toEqual([
      ' a',
      'a,"b',
      'line\nfeed',
      '😀 é',
      '__proto__',
      '?column?',
      '?column?',
    ]);
    expect(named.rows).toEqual([]);
    expect((await run('SELECT'))[0]).toMatchObject({ columns: [], rows: [[]] });
  });
});
