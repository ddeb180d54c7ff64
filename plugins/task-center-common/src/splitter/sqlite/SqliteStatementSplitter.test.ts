import Database from 'better-sqlite3';
import { splitInChunks } from '../__testUtils__/splitInChunks';

const CHUNK_SIZES = [1, 2, 3, 7, 64];
const TRIGGER =
  'CREATE TRIGGER r AFTER INSERT ON t BEGIN\n  UPDATE t SET a = CASE WHEN a THEN 1 ELSE 2 END;\n  DELETE FROM t; -- END;\nEND';

const SCRIPTS: Record<string, [script: string, texts: string[]]> = {
  'several on a line': [
    'select 1;select 2 ; select 3',
    ['select 1', 'select 2', 'select 3'],
  ],
  'blank ones': [' ;;\n;select 1;;\n ', ['select 1']],
  nothing: ['', []],
  'comments only': ['-- a;\n/* b; */\n# c;\n', []],
  'comments before, inside and behind': [
    '-- a\n/* b */ select /* ; */ 1 -- ;\n, 2; -- c\n',
    ['select /* ; */ 1 -- ;\n, 2'],
  ],
  'a comment without a blank': [
    'select 1--;\n;select 2;',
    ['select 1--;', 'select 2'],
  ],
  'quotes of all kinds': [
    `select 'a;''b', "c;""d", \`e;\`\`f\`, [g;h] from t3;select 2;`,
    [`select 'a;''b', "c;""d", \`e;\`\`f\`, [g;h] from t3`, 'select 2'],
  ],
  'no backslash escapes': [
    String.raw`select '\';select '\\';select 1 as "\";`,
    [
      String.raw`select '\'`,
      String.raw`select '\\'`,
      String.raw`select 1 as "\"`,
    ],
  ],
  'comments in quotes': [
    `select '--;' as "/*";select 2;`,
    [`select '--;' as "/*"`, 'select 2'],
  ],
  'quotes in comments': [
    `-- it's\nselect 1; /* " */ select 2;`,
    ['select 1', 'select 2'],
  ],
  'CRLF stays': ["select 'a\r\nb',\r\n1;\r\n", ["select 'a\r\nb',\r\n1"]],
  'a byte order mark': ['\uFEFFselect 1;', ['select 1']],
  'letters beyond ASCII': [
    "select 1 as é;select '日;';",
    ['select 1 as é', "select '日;'"],
  ],
  operators: ['select 4/2, 5-3, -1, 2*-3;', ['select 4/2, 5-3, -1, 2*-3']],
  'a trigger': [`${TRIGGER};select 1;`, [TRIGGER, 'select 1']],
  'a temporary trigger': [
    `create temp trigger r after insert on t begin select 1; end;select 2;`,
    ['create temp trigger r after insert on t begin select 1; end', 'select 2'],
  ],
  'a trigger behind EXPLAIN': [
    'explain query plan create trigger r after insert on t begin select 1; end ;select 2;',
    [
      'explain query plan create trigger r after insert on t begin select 1; end',
      'select 2',
    ],
  ],
  'a trigger with comments around its end': [
    'create /* x */ trigger r after insert on t begin select 1; -- y\n /* z */ end /* ; */ ;select 2;',
    [
      'create /* x */ trigger r after insert on t begin select 1; -- y\n /* z */ end /* ; */',
      'select 2',
    ],
  ],
  'a trigger with END in other places': [
    `create trigger r after insert on t begin select 'a; end;', "end" from t4; insert into t(a) values (1); end;select 1;`,
    [
      `create trigger r after insert on t begin select 'a; end;', "end" from t4; insert into t(a) values (1); end`,
      'select 1',
    ],
  ],
  'no trigger': [
    'create table triggers (trigger_name text); create index "trigger" on t(a); drop trigger if exists r;',
    [
      'create table triggers (trigger_name text)',
      'create index "trigger" on t(a)',
      'drop trigger if exists r',
    ],
  ],
  'a long name that ends like a keyword': [
    'create trigger a_rather_long_name_xxxxxxxxxxxEND after insert on t begin select 1; end;select 1;',
    [
      'create trigger a_rather_long_name_xxxxxxxxxxxEND after insert on t begin select 1; end',
      'select 1',
    ],
  ],
  'a transaction': ['begin; select 1; end;', ['begin', 'select 1', 'end']],
};

describe('SqliteStatementSplitter', () => {
  const split = (script: string, delimiter?: string, chunkSize?: number) =>
    splitInChunks(script, { dialect: 'sqlite', delimiter }, chunkSize);

  let database: Database.Database;

  beforeAll(() => {
    database = new Database(':memory:');
    database.exec(
      'create table t (a); create table t3 ("c;""d", `e;``f`, [g;h]); create table t4 ("end")',
    );
  });

  afterAll(() => {
    database.close();
  });

  it.each(Object.entries(SCRIPTS))('splits %s', (_, [script, expected]) => {
    const { statements, error } = split(script);
    expect(error).toBeUndefined();
    expect(statements.map(({ text }) => text)).toEqual(expected);
    for (const size of CHUNK_SIZES) {
      expect(split(script, undefined, size).statements).toEqual(statements);
    }
    // SQLite itself refuses what is not exactly one statement.
    const prepared = statements.map(({ text }) => database.prepare(text));
    expect(prepared).toHaveLength(expected.length);
  });

  it('tells on which line each text begins', () => {
    expect(
      split('\nselect 1;\n-- a\n\n select "\n\n"; select 2\n').statements,
    ).toEqual([
      { text: 'select 1', line: 2 },
      { text: 'select "\n\n"', line: 5 },
      { text: 'select 2', line: 7 },
    ]);
  });

  it('knows no trigger rule with another delimiter', () => {
    const script = `${TRIGGER}//\nselect 1; select 2//'//'//`;
    expect(split(script, '//').statements.map(({ text }) => text)).toEqual([
      TRIGGER,
      'select 1; select 2',
      "'//'",
    ]);
  });

  it('yields what is left open at the end', () => {
    for (const script of [
      "select 'a;\nb",
      'select 1 /* a;',
      'select [a;',
      TRIGGER,
    ]) {
      expect(split(script).statements).toEqual([{ text: script, line: 1 }]);
    }
  });

  it('lets a NUL pass in what is not sent', () => {
    const { statements } = split('-- a\0b\n/* c\0d */ select 1;');
    expect(statements.map(({ text }) => text)).toEqual(['select 1']);
  });

  it.each([
    ['.mode csv\nselect 1;', 1, 'sqlite3 shell'],
    ['select 1;\n  .tables\n', 2, 'sqlite3 shell'],
    ['select 1;\nselect \0 1;', 2, 'NUL'],
    ["select 1;\nselect 'a\0b';", 2, 'NUL'],
    ['select 1;\nselect [a\0b];', 2, 'NUL'],
    ['select 1 -- a\n  -- b\0;', 2, 'NUL'],
    ['select 1 /* a\n b\0 */;', 2, 'NUL'],
  ])('refuses %j', (script, line, reason) => {
    const { error } = split(script);
    expect(error?.message).toMatch(new RegExp(`^Line ${line}: .*${reason}`));
    for (const size of CHUNK_SIZES) {
      expect(split(script, undefined, size).error).toEqual(error);
    }
  });
});
