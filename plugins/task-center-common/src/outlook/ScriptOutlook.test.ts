import { SqlDialect } from '../model';
import { createStatementSplitter } from '../splitter';
import { ScriptOutlook } from './ScriptOutlook';

function look(dialect: SqlDialect, script: string) {
  const splitter = createStatementSplitter({ dialect });
  const outlook = ScriptOutlook.create(dialect);
  outlook.add(splitter.push(script));
  outlook.add(splitter.end());
  return outlook.summarize(true);
}

/** The risks that are about transactions, with their lines. */
function course(dialect: SqlDialect, script: string) {
  return look(dialect, script).risks.flatMap(({ kind, first }) =>
    first.map(({ line, words }) => `${kind} ${line} ${words}`),
  );
}

describe('ScriptOutlook', () => {
  it('counts the kinds and keeps the first of many risks', () => {
    const script = `${'DELETE FROM t;\n'.repeat(4_990)}INSERT INTO t VALUES (1);
UPDATE t SET a = 1 WHERE b = 2;`;
    const { statements, kinds, risks, changes } = look('mysql', script);
    expect(statements).toBe(4_992);
    expect(kinds).toEqual([
      ['DELETE', 4_990],
      ['INSERT', 1],
      ['UPDATE', 1],
    ]);
    expect(risks).toMatchObject([{ kind: 'delete-all', count: 4_990 }]);
    expect(risks[0].first.length).toBeLessThan(100);
    expect(risks[0].first[1]).toEqual({
      kind: 'delete-all',
      words: 'DELETE',
      target: 't',
      statement: 2,
      line: 2,
      text: 'DELETE FROM t',
    });
    expect(changes.length).toBeLessThan(100);
  });

  it('keeps no long text', () => {
    const { risks, changes } = look(
      'mysql',
      `DELETE FROM t; UPDATE t SET a = '${'x'.repeat(1_000_000)}';`,
    );
    const size = JSON.stringify({ risks, changes }).length;
    expect(size).toBeLessThan(10_000);
  });

  it.each([
    ['mysql', 'ALTER TABLE t COMMENT = 1', []],
    [
      'mysql',
      'BEGIN;\nINSERT INTO t VALUES (1);\nCREATE TABLE u (a INT);\nCOMMIT;',
      ['implicit-commit 3 CREATE TABLE'],
    ],
    ['mysql', 'BEGIN;\nCREATE TABLE u (a INT);', []],
    ['mysql', 'BEGIN;\nINSERT INTO t VALUES (1);\nCOMMIT;', []],
    [
      'mysql',
      'BEGIN;\nINSERT INTO t VALUES (1);\nSTART TRANSACTION;\nCOMMIT;',
      ['implicit-commit 3 START TRANSACTION'],
    ],
    [
      'mysql',
      'START TRANSACTION;\nINSERT INTO t VALUES (1);',
      ['never-committed 1 START TRANSACTION'],
    ],
    [
      'mysql',
      'SET autocommit = 0;\nINSERT INTO t VALUES (1);',
      ['never-committed 1 SET AUTOCOMMIT = 0'],
    ],
    [
      'mysql',
      'SET autocommit = 0;\nINSERT INTO t VALUES (1);\nCOMMIT;\nSET autocommit = 1;',
      [],
    ],
    [
      'mysql',
      'BEGIN;\nSELECT 1;\nCOMMIT AND CHAIN;\nSELECT 1;',
      ['never-committed 3 COMMIT AND CHAIN'],
    ],
    [
      'postgres',
      'BEGIN;\nINSERT INTO t VALUES (1);\nCREATE TABLE u (a int);\nCOMMIT;',
      [],
    ],
    [
      'postgres',
      'BEGIN;\nINSERT INTO t VALUES (1);\nVACUUM;\nCOMMIT;',
      ['refused-in-transaction 3 VACUUM'],
    ],
    ['postgres', 'VACUUM;', []],
    [
      'sqlite',
      'BEGIN;\nINSERT INTO t VALUES (1);',
      ['never-committed 1 BEGIN'],
    ],
  ] as const)(
    'follows transactions, in %s: %s',
    (dialect, script, expected) => {
      const found = course(dialect, script).filter(
        risk => !risk.startsWith('lock'),
      );
      expect(found).toEqual(expected);
    },
  );

  it('names what would end a single transaction', () => {
    const { transactionEnds } = look(
      'mysql',
      'INSERT INTO t VALUES (1);\nCREATE TABLE u (a INT);\nCOMMIT;',
    );
    expect(transactionEnds).toMatchObject({
      count: 2,
      first: [
        { line: 2, words: 'CREATE TABLE' },
        { line: 3, words: 'COMMIT' },
      ],
    });
  });

  it('does not call a transaction forgotten before the script has ended', () => {
    const outlook = ScriptOutlook.create('sqlite');
    outlook.add([
      { text: 'BEGIN', line: 1 },
      { text: 'SELECT 1', line: 2 },
    ]);
    expect(outlook.summarize(false).risks).toEqual([]);
    expect(outlook.summarize(true).risks).toHaveLength(1);
  });
});
