import { selectAffectedRows } from './selectAffectedRows';

describe('selectAffectedRows', () => {
  it.each([
    ['UPDATE t SET a = 1', 'SELECT 1 FROM t'],
    [
      "UPDATE IGNORE `a b`.t AS x SET a=(SELECT 1 FROM u WHERE v), b='SET' WHERE a<=3 AND b = X'ff' ORDER BY a LIMIT 3",
      "SELECT 1 FROM `a b`.t AS x WHERE a<=3 AND b = X'ff' ORDER BY a LIMIT 3",
    ],
    [
      'update a join b using (id) set a.c = b.c -- all\n where b.d > 0.5',
      'SELECT 1 FROM a join b using (id) where b.d > 0.5',
    ],
    ['DELETE QUICK FROM t', 'SELECT 1 FROM t'],
    ['DELETE FROM t WHERE a RETURNING b', 'SELECT 1 FROM t WHERE a'],
    ['DELETE a, b FROM a JOIN b WHERE c', 'SELECT 1 FROM a JOIN b WHERE c'],
    [
      'DELETE FROM a USING a JOIN b USING (id) WHERE c',
      'SELECT 1 FROM a JOIN b USING (id) WHERE c',
    ],
    ['DELETE a FROM a JOIN b USING (id)', 'SELECT 1 FROM a JOIN b USING (id)'],
    [
      'WITH x AS (SELECT 1) DELETE FROM t WHERE a IN (SELECT * FROM x)',
      'WITH x AS (SELECT 1) SELECT 1 FROM t WHERE a IN (SELECT * FROM x)',
    ],
    [
      'INSERT INTO t (a) SELECT b FROM u WHERE c ON DUPLICATE KEY UPDATE a = 1',
      'SELECT b FROM u WHERE c',
    ],
    ['REPLACE INTO t SELECT * FROM u', 'SELECT * FROM u'],
    ['SELECT 1 FROM t', 'SELECT 1 FROM t'],
    ['INSERT INTO t VALUES (1)', undefined],
    ['DROP TABLE t', undefined],
  ])('makes of %s', (sql, expected) => {
    expect(selectAffectedRows(sql)).toBe(expected);
  });
});
