import { ResultRow } from 'backstage-plugin-task-center-common';
import { DatabaseSession } from 'backstage-plugin-task-center-node';
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { throughCsv } from '../../__testUtils__/throughCsv';
import { AWKWARD_TEXTS } from '../__testUtils__/awkwardTexts';
import { collectResults } from '../__testUtils__/collectResults';
import { query } from '../__testUtils__/mariadb';
import { openSqliteSession, queryWithShell } from '../__testUtils__/sqlite';

jest.setTimeout(60_000);

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const ALL_BYTES = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');

const INTEGERS = [
  '0',
  '-1',
  '9223372036854775807',
  '-9223372036854775808',
  '9007199254740993',
  '-9007199254740993',
  '0x7fffffffffffffff',
  'TRUE',
];
const SHORT_REALS = ['0.1', '-2.5', '1e14', '1e-5', '123456.789'];
const REALS = [
  ...SHORT_REALS,
  '1e15',
  '-0.0',
  '9e999',
  '-9e999',
  '1.7976931348623157e308',
  '5e-324',
  '2.2250738585072014e-308',
  '0.1 + 0.2',
  '1.0 / 3',
  '9007199254740993.0',
  '9223372036854775808',
  '100.0',
  '1e21',
];
const BLOBS = [
  "x''",
  "x'00'",
  "x'00ff1000'",
  "x'414220'",
  `x'${ALL_BYTES}'`,
  "x'ff'",
];
const TEXTS = AWKWARD_TEXTS.map(text);
const LITERALS = [...INTEGERS, ...REALS, ...BLOBS, ...TEXTS, 'NULL'];

// SQLite keeps a type for each value; what a column says about its type changes some of them.
const DECLARED = [
  'INTEGER',
  'REAL',
  'TEXT',
  'BLOB',
  'NUMERIC',
  'VARCHAR(10)',
  'DATETIME',
  'BOOLEAN',
  'DECIMAL(10,5)',
  '',
];

describe('values of SQLite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-sqlite-'));
  const filename = join(directory, 'values.sqlite');
  let session: DatabaseSession;

  const run = (sql: string) => query(session, sql);
  const rowsOf = async (sql: string) => (await run(sql))[0].rows;
  const warningsOf = async (sql: string) => {
    const { sink, results } = collectResults();
    const { warnings, warningTexts } = await session.execute(sql, {
      sink,
      maxRows: 10,
    });
    return { rows: results[0].rows, warnings, warningTexts };
  };

  beforeAll(async () => {
    new Database(filename).exec('VACUUM').close();
    session = await openSqliteSession(filename);
    const columns = DECLARED.map((type, index) => `c${index} ${type}`);
    await run(`CREATE TABLE every_type (id INTEGER PRIMARY KEY, ${columns})`);
    for (const [id, literal] of LITERALS.entries()) {
      await run(
        `INSERT INTO every_type VALUES (${id}${`, ${literal}`.repeat(
          DECLARED.length,
        )})`,
      );
    }
  });

  afterAll(async () => {
    await session.close();
    rmSync(directory, { recursive: true });
  });

  // An older shell writes fewer digits of a real number than SQLite does by now.
  const withNumbers = (rows: ResultRow[], types: ResultRow[]) =>
    rows.map((row, y) =>
      row.map((value, x) =>
        types[y][x] === 'real'
          ? Number(value?.replace('Inf', 'Infinity'))
          : value,
      ),
    );

  it('of each type in a column of each type are what the shell prints', async () => {
    const names = DECLARED.map((_, index) => `c${index}`);
    const list = (columns: string[]) =>
      `SELECT ${columns} FROM every_type ORDER BY id`;
    const rows = await rowsOf(list(names));
    const types = await rowsOf(list(names.map(name => `typeof(${name})`)));

    const printed = queryWithShell(
      list(
        names.map(
          name => `CASE typeof(${name}) WHEN 'blob' THEN '0x' || lower(hex(${name}))
            WHEN 'real' THEN quote(${name}) ELSE ${name} END`,
        ),
      ),
      filename,
    );

    expect(rows).toHaveLength(LITERALS.length);
    expect(new Set(types.flat())).toEqual(
      new Set(['integer', 'real', 'text', 'blob', 'null']),
    );
    expect(withNumbers(rows, types)).toEqual(withNumbers(printed, types));
    expect(rows.map(row => row.map(value => value === null))).toEqual(
      types.map(row => row.map(type => type === 'null')),
    );
    expect(throughCsv(rows)).toEqual(rows);
  });

  it('that are numbers are written as SQLite writes them', async () => {
    const rows = await rowsOf(
      `SELECT c1, CAST(c1 AS TEXT), c4, CAST(c4 AS TEXT), c0, CAST(c0 AS TEXT)
         FROM every_type WHERE typeof(c1) = 'real'`,
    );
    expect(rows.length).toBeGreaterThan(REALS.length);
    for (const [
      real,
      realText,
      numeric,
      numericText,
      whole,
      wholeText,
    ] of rows) {
      expect([real, numeric, whole]).toEqual([
        realText,
        numericText,
        wholeText,
      ]);
    }
    const sql = `SELECT ${SHORT_REALS.join(', ')}, 1.0, -0.0, 9e999, -9e999`;
    const expected = queryWithShell(sql, filename);
    expect(await rowsOf(sql)).toEqual(expected);
    expect(expected[0].slice(-4)).toEqual(['1.0', '0.0', 'Inf', '-Inf']);
  });

  it('are spelled by SQLite and not by JavaScript', async () => {
    expect(
      await rowsOf(
        "SELECT 9223372036854775807, -9223372036854775808, 1.0, 1e25, 9007199254740993, x'00FF', '', NULL, 'NULL', json('{\"b\":1.0, \"b\":2}')",
      ),
    ).toEqual([
      [
        '9223372036854775807',
        '-9223372036854775808',
        '1.0',
        '1.0e+25',
        '9007199254740993',
        '0x00ff',
        '',
        null,
        'NULL',
        '{"b":1.0,"b":2}',
      ],
    ]);
  });

  it('have the type of their column, or of the first value', async () => {
    const [{ columns }] = await run('SELECT * FROM every_type LIMIT 1');
    expect(columns.slice(1).map(({ type }) => type)).toEqual([
      ...DECLARED.slice(0, -1),
      'INTEGER',
    ]);
    const [computed] = await run(
      "SELECT 1, 1.0, 'a', x'00', NULL, c1 + 1 FROM every_type",
    );
    expect(computed.columns.map(({ type }) => type)).toEqual([
      'INTEGER',
      'REAL',
      'TEXT',
      'BLOB',
      'NULL',
      'REAL',
    ]);
  });

  it('that are text keep every character', async () => {
    const all = [...AWKWARD_TEXTS, '\u{10FFFF}'];
    const rows = await rowsOf(
      `SELECT ${all.map(text).join(', ')}, 'a' || char(0) || 'b' || char(0)`,
    );
    expect(rows).toEqual([[...all, 'a\0b\0']]);
    expect(throughCsv(rows)).toEqual(rows);
  });

  describe('that are not UTF-8', () => {
    const BAD = "CAST(x'61ff' AS TEXT)";

    beforeAll(async () => {
      await run('CREATE TABLE bad (n INTEGER PRIMARY KEY, t TEXT, u TEXT)');
      await run(
        `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 3000)
         INSERT INTO bad SELECT n, CASE WHEN n % 1000 = 0 THEN CAST(x'ff' || n AS TEXT) ELSE 'é' || n END,
           CASE WHEN n % 700 = 0 THEN char(65533) || n END FROM c`,
      );
    });

    it('are bytes', async () => {
      const sql = `SELECT ${BAD} AS bad, ${BAD} AS bad, CAST(x'eda080' AS TEXT), 'é', char(65533), CAST(x'c080' AS TEXT), 7 -- all`;
      const { rows, warnings } = await warningsOf(sql);
      expect(rows).toEqual([
        ['0x61ff', '0x61ff', '0xeda080', 'é', '\uFFFD', '0xc080', '7'],
      ]);
      expect(warnings).toBeUndefined();
      expect(throughCsv(rows)).toEqual(rows);
    });

    it.each(['n', 'n DESC', 't'])('are bytes in every row, by %s', async by => {
      const { sink, results } = collectResults();
      await session.execute(`SELECT n, t, u FROM bad ORDER BY ${by};`, {
        sink,
        maxRows: 5_000,
      });
      const expected = queryWithShell(
        `SELECT n, CASE WHEN n % 1000 = 0 THEN '0x' || lower(hex(t)) ELSE t END, u FROM bad ORDER BY ${by}`,
        filename,
      );
      expect(results[0].rows).toEqual(expected);
      expect(expected).toHaveLength(3_000);
    });

    it('are told of where SQLite cannot be asked for their bytes', async () => {
      const said = {
        rows: [['a\uFFFD']],
        warnings: 1,
        warningTexts: [{ message: expect.stringContaining('U+FFFD') }],
      };
      expect(
        await warningsOf(`INSERT INTO bad (t) VALUES (${BAD}) RETURNING t`),
      ).toEqual(said);
      expect(
        (await warningsOf(`PRAGMA user_version`)).warnings,
      ).toBeUndefined();
      const random = await warningsOf(
        "SELECT CAST(x'ff' || random() AS TEXT) FROM (VALUES (1), (2))",
      );
      expect(
        random.rows.flat().every(value => value!.startsWith('\uFFFD')),
      ).toBe(true);
      expect(random.warnings).toBe(1);
    });

    describe('in rows that SQLite may give in another order', () => {
      const FF_FE_FD = "(VALUES (1, x'ff'), (2, x'fe'), (3, x'fd'))";
      const WORDS = `(SELECT column1 AS id, CAST(column2 AS TEXT) AS v FROM ${FF_FE_FD})`;

      it.each([
        ['random()', `SELECT v, id FROM ${WORDS} ORDER BY random()`],
        [
          'randomblob()',
          `SELECT v FROM ${WORDS} ORDER BY hex(RandomBlob /* */ (8))`,
        ],
        ['a view', 'SELECT * FROM shuffled;'],
      ])('are never bytes of another row: %s', async (_, sql) => {
        await run(
          `CREATE TEMP VIEW IF NOT EXISTS shuffled AS SELECT v FROM ${WORDS} ORDER BY random()`,
        );
        for (let n = 0; n < 5; n++) {
          const { rows, warnings } = await warningsOf(sql);
          expect(rows.map(([v]) => v)).toEqual(['\uFFFD', '\uFFFD', '\uFFFD']);
          expect(warnings).toBe(1);
        }
      });

      it('are bytes where random() is only a text', async () => {
        const sql = `SELECT v, id, 'random()' FROM ${WORDS} ORDER BY id`;
        expect((await rowsOf(sql)).map(([v]) => v)).toEqual([
          '0xff',
          '0xfe',
          '0xfd',
        ]);
      });

      it('are bytes beside values of every type', async () => {
        const sql = `SELECT v, 1.1 + id, id, 'n' || id, CAST(v AS BLOB), NULL FROM ${WORDS}`;
        const { rows, warnings } = await warningsOf(sql);
        expect(rows[0]).toEqual(['0xff', '2.1', '1', 'n1', '0xff', null]);
        expect(rows.map(([v]) => v)).toEqual(['0xff', '0xfe', '0xfd']);
        expect(warnings).toBeUndefined();
      });

      it.each([
        ['a text', "strftime('%f')"],
        ['a real number', "julianday('now')"],
        ['an integer', "CAST(julianday('now') * 86400000 AS INTEGER)"],
        ['a blob', "CAST(strftime('%f') AS BLOB)"],
      ])('stay unknown where %s beside them changes', async (_, beside) => {
        const LONG =
          '(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 100000) SELECT count(*) FROM c)';
        const { rows, warnings } = await warningsOf(
          `SELECT v, ${beside}, ${LONG} FROM ${WORDS} LIMIT 1`,
        );
        expect([rows[0][0], warnings]).toEqual(['\uFFFD', 1]);
      });
    });

    it.each(['again', '"Again_"', 't'])(
      'are bytes in a table %s',
      async name => {
        await run(`CREATE TABLE ${name} (v TEXT)`);
        await run(`INSERT INTO ${name} VALUES (CAST(x'61ff' AS TEXT))`);
        expect(await warningsOf(`SELECT v FROM ${name} AS again__`)).toEqual({
          rows: [['0x61ff']],
        });
        await run(`DROP TABLE ${name}`);
      },
    );

    it('leave the session as it is, however they end', async () => {
      const { sink, results } = collectResults();
      await session.execute('SELECT t FROM bad ORDER BY n DESC', {
        sink,
        maxRows: 1_500,
      });
      expect(results[0].truncated).toBe(true);
      await expect(
        run(`SELECT ${BAD}, abs(-9223372036854775807 - n) FROM bad`),
      ).rejects.toThrow('integer overflow');
      await run('DELETE FROM bad WHERE n > 3000');
      expect(await rowsOf('SELECT count(*) FROM bad')).toEqual([['3000']]);
    });

    it.each(['UTF-16le', 'UTF-16be'])(
      'in %s are bytes, too',
      async encoding => {
        const file = join(directory, `${encoding}.sqlite`);
        const database = new Database(file);
        database.exec(
          `PRAGMA encoding = '${encoding}'; CREATE TABLE t (a TEXT)`,
        );
        database.close();
        const other = await openSqliteSession(file);
        const [lone, accented] =
          encoding === 'UTF-16be' ? ['d83d', '00e9'] : ['3dd8', 'e900'];
        const [{ rows }] = await query(
          other,
          `SELECT 'é😀', CAST(x'${lone}' AS TEXT), char(65533), CAST(x'${accented}' AS TEXT), 7, 1.5, x'01'`,
        );
        await other.close();
        expect(rows).toEqual([
          ['é😀', `0x${lone}`, '\uFFFD', 'é', '7', '1.5', '0x01'],
        ]);
      },
    );
  });

  it('of 16 MiB come whole', async () => {
    const size = 2 ** 24;
    const line = `äb"${'x'.repeat(60)}\n`;
    const long = `replace(hex(zeroblob(${size / line.length / 2})), '0', ${text(
      line,
    )})`;
    const [[value, blob, other]] = await rowsOf(
      `SELECT ${long}, CAST(${long} AS BLOB), 'x'`,
    );
    const expected = line.repeat(size / line.length);
    const md5 = (it: string) => createHash('md5').update(it).digest('hex');
    expect(value).toHaveLength(size);
    expect([value, blob!, other].map(it => md5(it!))).toEqual(
      [expected, `0x${Buffer.from(expected).toString('hex')}`, 'x'].map(md5),
    );
    expect(throughCsv([[value, blob]])).toEqual([[value, blob]]);
  });

  it('come in as many columns as SQLite has, of any name', async () => {
    const count = 2_000;
    const list = Array.from({ length: count }, (_, i) => `${i} AS n${i % 7}`);
    const [{ rows, columns }] = await run(`SELECT ${list.join(', ')}`);
    expect(rows).toEqual([Array.from({ length: count }, (_, i) => String(i))]);
    expect(columns.map(({ name }) => name)).toEqual(
      Array.from({ length: count }, (_, i) => `n${i % 7}`),
    );
    const [named] = await run(
      'SELECT 1 AS "", 2 AS "", 3 AS " a", 4 AS "a,""b", 5 AS "line\nfeed", 6 AS "😀 é", 7 AS "__proto__" LIMIT 0',
    );
    expect(named.columns.map(({ name }) => name)).toEqual([
      '',
      '',
      ' a',
      'a,"b',
      'line\nfeed',
      '😀 é',
      '__proto__',
    ]);
    expect(named.rows).toEqual([]);
  });
});
