import { SqlDialect } from '../model';
import { closeScript } from './closeScript';
import { countStatements } from './countStatements';
import { createStatementSplitter } from './createStatementSplitter';
import { ScriptError } from './ScriptError';

const DIALECTS: SqlDialect[] = ['mysql', 'postgres', 'sqlite'];

describe.each(DIALECTS)('createStatementSplitter for %s', dialect => {
  it.each([
    ['', 'blank'],
    [' ', 'white space'],
    ['a b', 'white space'],
    ['\n', 'white space'],
    ['\\', 'backslash'],
  ])('refuses the delimiter %j', (delimiter, reason) => {
    expect(() => createStatementSplitter({ dialect, delimiter })).toThrow(
      new TypeError(
        `The delimiter must not ${reason === 'blank' ? 'be' : 'contain'} ${
          reason === 'backslash' ? 'a backslash' : reason
        }.`,
      ),
    );
  });

  it('yields a statement as soon as its delimiter has come', () => {
    const splitter = createStatementSplitter({ dialect });
    expect(splitter.push('select 1; select')).toEqual([
      { text: 'select 1', line: 1 },
    ]);
    expect(splitter.push(' 2;')).toEqual([{ text: 'select 2', line: 1 }]);
    expect(splitter.end()).toEqual([]);
  });

  it('yields what stands before an error first, and then nothing else', () => {
    const splitter = createStatementSplitter({ dialect });
    expect(splitter.push('select 1;\nselect \0;select 2;')).toHaveLength(1);
    expect(() => splitter.push('select 3;')).toThrow(ScriptError);
    expect(() => splitter.end()).toThrow('Line 2: ');
  });

  it.each([
    ...['use ', "delimiter '", 'create trigger ', "'", '/* ', '-- '],
    ...['create function ', '$', '$a$ ', "e'", 'a$'],
  ])('takes what begins with %j in, however long it is', start => {
    const splitter = createStatementSplitter({ dialect });
    const chunk = 'x'.repeat(4096);
    splitter.push(start);
    // Looked at again with each chunk, this would take longer than a test may.
    for (let chunks = 0; chunks < 4000; chunks++) {
      splitter.push(chunk);
    }
    const found = splitter.push("\n*/';\nselect 1;");
    expect([...found, ...splitter.end()].length).toBeGreaterThan(0);
  });
});

describe('what is left open', () => {
  const TOKENS = {
    mysql: ["'", '"', '`', '/*'],
    postgres: ["'", "e'", '"', '/*', '$$', '$body$'],
    sqlite: ["'", '"', '`', '[', '/*'],
  };
  const CASES = DIALECTS.flatMap(dialect =>
    TOKENS[dialect].map(token => ({ dialect, token })),
  );

  it.each(CASES)('is known of $token in $dialect', ({ dialect, token }) => {
    const named = token.replace('e', '');
    const open = `  x = ${token}b;`;
    const script = `select 1;\nselect 2,\n${open}\ndelete from c;\ndrop table d;\n`;
    for (const size of [1, 7, script.length]) {
      const splitter = createStatementSplitter({ dialect });
      for (let at = 0; at < script.length; at += size) {
        splitter.push(script.slice(at, at + size));
      }
      const expected = {
        token: token === '$body$' ? token : named,
        line: 3,
        text: expect.stringMatching(/^ {2}x = /),
      };
      expect(splitter.unclosed).toEqual(expected);
      expect(splitter.end()).toHaveLength(1);
      expect(splitter.unclosed).toEqual(expected);
      expect(splitter.unclosed?.text).toContain(open);
    }
  });

  it.each(CASES)('is said of $token in $dialect when a script is closed', c => {
    const options = { dialect: c.dialect };
    const splitter = createStatementSplitter(options);
    splitter.push(`select 1;\nselect ${c.token}a`);
    const { unclosed } = closeScript(splitter, options);
    expect(unclosed).toMatchObject({ line: 2 });
    expect(unclosed?.text.trimEnd()).toBe(`select ${c.token}a`);
  });

  it.each(DIALECTS)('is a comment that stands by itself, in %s', dialect => {
    const splitter = createStatementSplitter({ dialect });
    splitter.push('select 1;\n/* a;\ndrop table b;');
    splitter.end();
    expect(splitter.unclosed).toMatchObject({ token: '/*', line: 2 });
    expect(splitter.unclosed?.text).toMatch(/^\/\* a;/);
  });

  it.each(DIALECTS)('is nothing where all is closed, in %s', dialect => {
    for (const script of [
      `select 'a', "b" /* c */; -- it's`,
      "select 'it''s';",
      'select 1 -- /*',
    ]) {
      const splitter = createStatementSplitter({ dialect });
      splitter.push(script);
      splitter.end();
      expect(splitter.unclosed).toBeUndefined();
    }
  });
});

describe('countStatements', () => {
  it('counts what the splitter yields', () => {
    const script = 'select 1;\n-- a\n;select 2;;\nselect 3';
    expect(countStatements(script, { dialect: 'mysql' })).toBe(3);
    expect(
      countStatements('a; b// c', { dialect: 'sqlite', delimiter: '//' }),
    ).toBe(2);
    expect(countStatements(' -- a\n', { dialect: 'sqlite' })).toBe(0);
  });

  it('throws what the splitter throws', () => {
    expect(() =>
      countStatements('select 1;\nsource x', { dialect: 'mysql' }),
    ).toThrow('Line 2: `source`');
  });
});
