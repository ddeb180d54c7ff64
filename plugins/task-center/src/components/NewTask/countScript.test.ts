import { countScript, ScriptCount } from './countScript';

function count(script: string | Blob, delimiter: string = ';') {
  return countScript(script, {
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
    expect(await count(script)).toEqual({
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
    expect(await count('-- nothing\n/* here */ ;\n')).toEqual({
      statements: 0,
      kinds: [],
      isFinished: true,
    });
  });

  it('says why a script cannot be split', async () => {
    const { problem } = (await count('SELECT 1;\nsource other.sql\n'))!;
    expect(problem).toMatch(/^Line 2: /);
  });

  it('reads a large file in parts and tells how far it is', async () => {
    const statements = 200_000;
    const script = new Blob([
      "INSERT INTO t VALUES ('Zoë 🍣');\n".repeat(statements),
    ]);
    const progress: ScriptCount[] = [];
    const result = await countScript(script, {
      dialect: 'mysql',
      delimiter: ';',
      signal: new AbortController().signal,
      onProgress: step => progress.push(step),
    });
    expect(result).toMatchObject({ statements, isFinished: true });
    for (const step of progress) {
      expect(step.isFinished).toBe(false);
    }
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const result = countScript('SELECT 1;\n'.repeat(200_000), {
      dialect: 'mysql',
      delimiter: ';',
      signal: abort.signal,
    });
    abort.abort();
    expect(await result).toBeUndefined();
  });
});
