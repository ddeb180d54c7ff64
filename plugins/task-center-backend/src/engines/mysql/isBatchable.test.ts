import { isBatchable } from './isBatchable';

describe('isBatchable', () => {
  it.each([
    "INSERT INTO t VALUES ('a;b')",
    '  -- first\n # second\n /* third */ insert into t values (1) -- last\n',
    `UPDATE t SET a = "it's;" WHERE \`b;\` = '"'`,
    "REPLACE INTO t VALUES ('it\\'s', 'a\\\\', '\\\\\\';')",
    "DELETE FROM t WHERE a = 1 -- don't\n AND b = 2 - -1 --1",
    'SET @a = 1',
    'set @a := (SELECT MAX(id) FROM t)',
    'BEGIN',
    'begin work ',
    'START TRANSACTION READ ONLY',
    'COMMIT AND CHAIN',
    'ROLLBACK TO SAVEPOINT a',
    'SAVEPOINT a',
    'RELEASE SAVEPOINT a',
  ])('takes %s', sql => {
    expect(isBatchable(sql, true)).toBe(true);
  });

  it.each([
    'SELECT 1',
    'INSERT INTO t VALUES (1) RETURNING id',
    'INSERT INTO t SELECT SLEEP(10)',
    'INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)',
    "INSERT INTO t VALUES ('a",
    'INSERT INTO t VALUES ("a',
    'INSERT INTO `t VALUES (1)',
    'INSERT INTO t VALUES (1) /* no end',
    'INSERT INTO t VALUES (1) -- no end',
    'INSERT INTO t VALUES (1) --',
    'INSERT INTO t VALUES (1) # no end',
    'INSERT INTO t VALUES (1) /*! RETURNING */',
    'INSERT /*+ NO_MERGE() */ INTO t VALUES (1)',
    '/*!50000 INSERT */ INTO t VALUES (1)',
    "INSERT INTO t VALUES ('a\\')",
    `INSERT INTO t VALUES ("a\\"")`,
    'INSERT INTO t VALUES (\\N)',
    'INSERT INTO t VALUES ($$;$$)',
    'INSERT INTO t VALUES (1)\0',
    `INSERT INTO t VALUES ('${'x'.repeat(70_000)}')`,
    'SET @a = 1, sql_mode = DEFAULT',
    'SET sql_mode = DEFAULT',
    'SET @@sql_mode = DEFAULT',
    'SET NAMES latin1',
    'BEGIN NOT ATOMIC SELECT 1',
    'COMMIT RELEASE',
    'ROLLBACK AND NO CHAIN\nRELEASE',
    'CREATE TABLE t (n INT)',
    'CALL p()',
    'USE other',
    '',
    '-- INSERT INTO t VALUES (1)',
    '--\nINSERT',
  ])('leaves %s alone', sql => {
    expect(isBatchable(sql, true)).toBe(false);
  });

  it('knows that a setting makes backslashes plain characters', () => {
    expect(isBatchable("INSERT INTO t VALUES ('a\\')", false)).toBe(true);
    expect(isBatchable("INSERT INTO t VALUES ('a\\'b')", false)).toBe(false);
  });

  it('takes no time for texts that almost fit', () => {
    const sql = `${'/* a */ '.repeat(8_000)}SELECT 1`;
    expect(isBatchable(sql, true)).toBe(false);
  });
});
