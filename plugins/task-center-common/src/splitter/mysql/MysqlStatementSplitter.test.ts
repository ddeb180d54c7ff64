import { splitInChunks } from '../__testUtils__/splitInChunks';

const { raw } = String;
const CHUNK_SIZES = [1, 2, 3, 7, 64];

function split(script: string, delimiter?: string) {
  return splitInChunks(script, { dialect: 'mysql', delimiter });
}

function texts(script: string, delimiter?: string) {
  const { statements, error } = split(script, delimiter);
  expect(error).toBeUndefined();
  return statements.map(({ text }) => text);
}

describe('MysqlStatementSplitter', () => {
  it('tells on which line each text begins', () => {
    const script =
      '\n-- a\n\nselect\n 1; select "\n\n" as x;/*\n*/ select 2;\r\n\r\nuse db\nselect 3';
    expect(split(script).statements).toEqual([
      { text: 'select\n 1', line: 4 },
      { text: 'select "\n\n" as x', line: 5 },
      { text: 'select 2', line: 8 },
      { text: 'use db', line: 10 },
      { text: 'select 3', line: 11 },
    ]);
  });

  it('starts with the delimiter that it is given', () => {
    expect(texts('select 1; select 2$$\nselect 3$$', '$$')).toEqual([
      'select 1; select 2',
      'select 3',
    ]);
    expect(texts('select 1§ select 2§§select 3', '§§')).toEqual([
      'select 1§ select 2',
      'select 3',
    ]);
  });

  it('lets a script change and restore the delimiter', () => {
    expect(texts('select 1/\ndelimiter ;\nselect 2/3;', '/')).toEqual([
      'select 1',
      'select 2/3',
    ]);
  });

  it('splits text as it splits the bytes of its UTF-8 form', () => {
    const script = 'select "日本語;é";\u00a0select é;-- ü\nselect \'😀\';';
    const bytes = Buffer.from(script, 'utf8').toString('latin1');
    expect(texts(bytes)).toEqual(
      texts(script).map(text => Buffer.from(text, 'utf8').toString('latin1')),
    );
  });

  it('makes SQL of client commands that have a meaning on a server', () => {
    const script = [
      'use plain',
      'use `back tick`;',
      'use "it`s"',
      '\\u short',
      'charset UTF8',
      'help select',
    ].join('\n');
    expect(texts(script)).toEqual([
      'use plain',
      'use `back tick`',
      'use `it``s`',
      'use `short`',
      'SET NAMES utf8mb3',
      "help 'select'",
    ]);
  });

  it.each([
    ['source', 'select 1;\nsource /etc/passwd\nselect 2;', 2],
    ['SOURCE', ' SOURCE x.sql', 1],
    [
      raw`\.`,
      raw`select 1;
\. x.sql
`,
      2,
    ],
    ['system', '\n\nsystem ls', 3],
    [
      raw`\!`,
      raw`select 1 \! ls
;`,
      1,
    ],
    ['tee', 'tee out.txt\n', 1],
    [raw`\T`, raw`select 1;\T out.txt`, 1],
    ['notee', 'notee\n', 1],
    ['pager', 'select 1;pager less;\n', 1],
    ['nopager', 'nopager', 1],
    ['edit', 'edit\n', 1],
    [raw`\e`, raw`select 1 \e`, 1],
    ['connect', 'connect db host\nselect 1;', 1],
    [raw`\r`, raw`\r db`, 1],
    ['status', 'status;', 1],
    ['print', 'print\n', 1],
    ['prompt', 'prompt >', 1],
    ['rehash', 'rehash\n', 1],
    ['warnings', 'warnings\n', 1],
    ['nowarning', 'nowarning;', 1],
    ['help', 'help\n', 1],
    ['?', '?\n', 1],
    [raw`\h`, raw`\h select`, 1],
    ['USE', 'use\n', 1],
    ['charset', 'charset latin1\n', 1],
    [
      raw`\C`,
      raw`\C gbk
select 1;`,
      1,
    ],
    ['DELIMITER', 'select 1;\ndelimiter\n', 2],
    ['backslash', 'delimiter `a\\b`', 1],
    ['backslash', raw`delimiter a\\b`, 1],
    ['DELIMITER', 'select 1;\nselect 2; delimiter //\nselect 3;//', 2],
    ['DELIMITER', 'select 1;delimiter //', 1],
    ['DELIMITER', "delimiter 'x\nselect 1;\n' y;select 2;", 1],
    ['NUL', 'select 1;\nselect\0 2;', 2],
    ['UTF-16', 's\0e\0l\0', 1],
  ])('refuses %s in %j', (word, script, line) => {
    const { error, statements } = split(script);
    expect(error?.line).toBe(line);
    expect(error?.message).toMatch(new RegExp(`^Line ${line}: .*[.?]$`));
    expect(error?.message).toContain(word);
    for (const size of CHUNK_SIZES) {
      const inChunks = splitInChunks(script, { dialect: 'mysql' }, size);
      expect(inChunks).toEqual({ error, statements });
    }
  });

  it('yields what stands before a refused command', () => {
    expect(
      split('select 1;select 2;\nsource x\nselect 3;').statements,
    ).toHaveLength(2);
  });

  it.each([
    'select source from t;',
    'create table system (a int);',
    'connect_by();\nsources;\nedit x;',
    "select '\nsource x\n';",
    '/*\nsource x\n*/ select 1;',
    'select 1\nsource x\n;',
  ])('takes %j for SQL', script => {
    expect(texts(script).length).toBeGreaterThan(0);
  });
});
