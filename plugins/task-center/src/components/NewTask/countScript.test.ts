import { MessageChannel } from 'node:worker_threads';
import { giveFilesBytes } from '../../__testUtils__/giveFilesBytes';
import { countScript } from './countScript';
import { partOf, ScriptCount } from './ScriptCount';

giveFilesBytes();

// Browsers have it, and jsdom has not.
Object.assign(globalThis, { MessageChannel });

function count(script: string | Blob, delimiter: string = ';') {
  return countParts([script], delimiter);
}

function countParts(scripts: (string | Blob)[], delimiter: string = ';') {
  const parts = scripts.map(content => ({ content }));
  return countScript(parts, {
    dialect: 'mysql',
    delimiter,
    signal: new AbortController().signal,
  });
}

describe('countScript', () => {
  it('counts with the rules by which the script will run', async () => {
    const script = [
      "-- a comment; with a semicolon\nINSERT INTO t VALUES ('a;b');",
      'DELIMITER //',
      'CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END//',
      'DELIMITER ;',
      '/* only */ SELECT 1;',
      'SELECT 2',
    ].join('\n');
    expect(await count(script)).toMatchObject({
      statements: 4,
      firstStatement: expect.stringContaining('INSERT INTO t'),
      kinds: [
        ['SELECT', 2],
        ['INSERT', 1],
        ['CREATE', 1],
      ],
      isFinished: true,
    });
    expect(await count('SELECT 1; SELECT 2$$ SELECT 3', '$$')).toMatchObject({
      statements: 2,
    });
  });

  it('counts nothing in blanks and comments', async () => {
    expect(await count('-- nothing\n/* here */ ;\n')).toMatchObject({
      statements: 0,
      kinds: [],
      isFinished: true,
    });
  });

  it('says why a script cannot be split', async () => {
    const { parts } = (await count('SELECT 1;\nsource other.sql\n'))!;
    expect(parts[0].problem).toMatch(/^Line 2: /);
  });

  it('knows the size of what cannot be split from its beginning on', async () => {
    const script = 'DELIMITER \\\\\n-- Zoë';
    const { parts } = (await count(script))!;
    expect(parts[0]).toMatchObject({
      problem: expect.stringMatching(/^Line 1: /),
      bytes: Buffer.byteLength(script),
    });
  });

  it('reads a large file in parts and tells how far it is', async () => {
    const statements = 200_000;
    const script = new Blob([
      "INSERT INTO t VALUES ('Zoë 🍣');\n".repeat(statements),
    ]);
    const progress: ScriptCount[] = [];
    const result = await countScript([{ content: script }], {
      dialect: 'mysql',
      delimiter: ';',
      signal: new AbortController().signal,
      onProgress: step => progress.push(step),
    });
    expect(result).toMatchObject({ statements, isFinished: true });
    expect(result!.parts[0].bytes).toBe(script.size);
    for (const step of progress) {
      expect(step.isFinished).toBe(false);
    }
  });

  it('finds in a large file where a quote begins that has no end', async () => {
    const lines = 50_000;
    const rows = 'INSERT INTO t VALUES (\'a\', "b");\n'.repeat(lines);
    const open = "INSERT INTO fix VALUES ('it's');\n";
    const script = new Blob([rows, open, rows]);
    const counted = (await count(script))!;
    // An odd number of quotes is left when each line behind it has closed one and begun another.
    expect(counted.parts[0].unclosed).toMatchObject({ token: "'" });

    const rest = 'DROP TABLE fix;\n'.repeat(lines);
    const swallowed = (await count(new Blob([rows, open, rest])))!;
    expect(swallowed.statements).toBe(lines + 1);
    expect(swallowed.parts[0].unclosed).toEqual({
      token: "'",
      line: lines + 1,
      text: expect.stringMatching(/^INSERT INTO fix VALUES \('it's'\);\nDROP/),
    });
  });

  it.each([
    ['SET NAMES utf8;\nUSE shop;\nBEGIN;\nUPDATE t SET a = 1', 'UPDATE t'],
    ['/*!40101 SET NAMES utf8 */;\n-- a\nINSERT INTO t VALUES (1)', 'INSERT'],
    ['start transaction;\nCOMMIT;', 'start'],
    [
      "SET a = 1;SELECT pg_catalog.set_config('a', '', false);DELETE FROM t",
      'DELETE',
    ],
  ])('names what %j is about', async (script, beginning) => {
    const { firstStatement } = (await count(script))!;
    expect(firstStatement?.startsWith(beginning)).toBe(true);
  });

  it('does not wait for timers, which stand still in a hidden tab', async () => {
    jest.useFakeTimers({ doNotFake: ['performance'] });
    try {
      const script = 'SELECT 1;\n'.repeat(100_000);
      expect(await count(script)).toMatchObject({ statements: 100_000 });
    } finally {
      jest.useRealTimers();
    }
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const result = countScript([{ content: 'SELECT 1;\n'.repeat(200_000) }], {
      dialect: 'mysql',
      delimiter: ';',
      signal: abort.signal,
    });
    abort.abort();
    expect(await result).toBeUndefined();
  });

  it('lets no statement of a file go on in the next one', async () => {
    const counted = (await countParts([
      'DELIMITER //\nSELECT 1//\nSELECT 2',
      new File(['\uFEFFDELETE FROM t'], 'b.sql'),
      'SELECT 3;',
    ]))!;
    expect(counted.statements).toBe(4);
    expect(counted.parts).toEqual([
      {
        statements: 2,
        bytes: 32,
        isFinished: true,
        glue: '\n//\nDELIMITER ;\n',
      },
      { statements: 1, bytes: 16, isFinished: true, glue: '\n;\n' },
      { statements: 1, bytes: 9, isFinished: true },
    ]);
    const [{ first }] = counted.risks;
    expect(first).toMatchObject([{ statement: 3, line: 1, target: 't' }]);
    expect(partOf(counted, first[0].statement)).toBe(1);
  });

  it('finds a file that has no end', async () => {
    const counted = (await countParts(["SELECT 'a", 'SELECT 2']))!;
    expect(counted.parts[0].glue).toBeUndefined();
    expect(counted.parts[0].unclosed).toMatchObject({ token: "'", line: 1 });
    expect(counted.parts[1].unclosed).toBeUndefined();
  });
});
