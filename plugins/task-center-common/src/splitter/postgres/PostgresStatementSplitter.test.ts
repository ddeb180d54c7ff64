import { splitInChunks } from '../__testUtils__/splitInChunks';

const { raw } = String;
const CHUNK_SIZES = [1, 2, 3, 7, 64];

function split(script: string, delimiter?: string) {
  const options = { dialect: 'postgres' as const, delimiter };
  const whole = splitInChunks(script, options);
  for (const size of CHUNK_SIZES) {
    expect(splitInChunks(script, options, size)).toEqual(whole);
  }
  return whole;
}

function texts(script: string, delimiter?: string) {
  const { statements, error } = split(script, delimiter);
  expect(error).toBeUndefined();
  return statements.map(({ text }) => text);
}

describe('PostgresStatementSplitter', () => {
  it('tells on which line each text begins', () => {
    const script =
      "\n-- a\n\nselect\n 1; select '\n\n' as x;/* b\n*/\nselect 2;\r\n\r\nselect $$\n\n$$; select E'\\\n';\\restrict a\nselect 3";
    expect(split(script).statements).toEqual([
      { text: 'select\n 1', line: 4 },
      { text: "select '\n\n' as x", line: 5 },
      { text: '/* b\n*/\nselect 2', line: 7 },
      { text: 'select $$\n\n$$', line: 11 },
      { text: "select E'\\\n'", line: 13 },
      { text: 'select 3', line: 15 },
    ]);
  });

  it('lets only another delimiter end statements', () => {
    expect(texts('select (1); select 2$$\nselect 3$$', '$$')).toEqual([
      'select (1); select 2',
      'select 3',
    ]);
    expect(
      texts(
        `create function f() begin atomic a; end // b; "//" '//' $$//$$ (//`,
        '//',
      ),
    ).toEqual([
      'create function f() begin atomic a; end',
      `b; "//" '//' $$//$$ (`,
    ]);
    expect(texts('a( b(( c) go1 d', '((')).toEqual(['a( b', 'c) go1 d']);
    expect(texts("a g go begin1; E'\\'go' go", 'go')).toEqual([
      'a g',
      "begin1; E'\\'go'",
    ]);
  });

  it('splits text as it splits the bytes of its UTF-8 form', () => {
    const script =
      "select $é$;$é$, '日本語;é';select é$a$;-- ü\nselect '😀';\u00a0;";
    const bytes = Buffer.from(script, 'utf8').toString('latin1');
    expect(texts(bytes)).toEqual(
      texts(script).map(text => Buffer.from(text, 'utf8').toString('latin1')),
    );
    expect(texts(script)).toHaveLength(4);
  });

  it('keeps what is in quotes as it is', () => {
    const script = 'select \'a\r\n\r\nb\', $$\r\n\n\n$$, "\n\n"';
    expect(texts(`${script};`)).toEqual([script]);
  });

  it.each([
    [raw`\connect`, raw`\connect shop`, 'on one connection'],
    [raw`\c`, raw`select 1;${'\n'}  \c shop`, 'on one connection'],
    [raw`\i`, raw`\i a.sql`, 'into the script'],
    [raw`\copy`, raw`\copy t from a.csv`, 'INSERT'],
    [raw`\g`, raw`select 1 \g`, 'End the statement'],
    [raw`\gset`, raw`select 1${'\n'}\gset a_`, 'End the statement'],
    [raw`\;`, raw`select 1\; select 2;`, 'alone'],
    [raw`\.`, raw`select 1;${'\n\\.\n'}`, 'INSERT'],
    [raw`\q`, raw`select 1;\q`, 'Take it out'],
    [raw`\set`, raw`/* a */ \set a 1`, 'Take it out'],
    ['\\', '\\ select 1', 'Take it out'],
    [raw`\restrict`, raw`\restrict a \\ select 1;`, 'Take it out'],
    ['\\unrestrict', 'select 1 \\unrestrict a', 'Take it out'],
  ])('refuses %s of psql', (command, script, hint) => {
    const { error } = split(script);
    const line = script.slice(0, script.lastIndexOf(command)).split('\n');
    expect(error?.line).toBe(line.length);
    expect(error?.message).toContain(
      `Line ${line.length}: \`${command}\` is a command of psql`,
    );
    expect(error?.message).toContain(hint);
  });

  it.each([
    'copy t from stdin;',
    'COPY public.t (a, "b;") FROM STDIN WITH (FORMAT csv);',
    'Copy t\nFrom -- x\n Stdin;',
    '/* a */ copy t from stdin with csv;',
    'copy t from stdout;',
    'copy t from stdin',
  ])('refuses %j', script => {
    const { statements, error } = split(
      `select 1;\n${script}\n1\ta;b\n\\.\nselect 2;`,
    );
    expect(statements).toEqual([{ text: 'select 1', line: 1 }]);
    expect(error?.message).toMatch(/^Line 2: COPY … FROM STDIN .*--inserts/);
  });

  it.each([
    'copy t to stdout',
    'copy (select a from stdin) to stdout',
    "copy t from '/tmp/stdin'",
    'select copy from stdin',
    `copy t ("from stdin") from program 'from stdin' -- from stdin`,
  ])('does not refuse %j', script => {
    expect(texts(`${script}\n;`)).toEqual([script]);
  });

  it.each(['select \0 1;', "select '\0';", 'select $$\0$$;', '/*\0*/ 1;'])(
    'refuses the NUL in %j',
    script => {
      const { error } = split(`select 1;\n${script}`);
      expect(error?.message).toMatch(/^Line 2: .*NUL/);
    },
  );
});
