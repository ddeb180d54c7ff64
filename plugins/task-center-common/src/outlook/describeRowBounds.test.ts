import { describeRowBounds } from './describeRowBounds';

describe('describeRowBounds', () => {
  it.each([
    ['SELECT 1 FROM t LIMIT 10', { offset: 0, rows: 10 }],
    ['select * from t order by a limit 5, 20', { offset: 5, rows: 20 }],
    ['SELECT * FROM t LIMIT 20 OFFSET 5', { offset: 5, rows: 20 }],
    ['SELECT * FROM t LIMIT 3 FOR UPDATE', { offset: 0, rows: 3 }],
    ['SELECT * FROM t LIMIT 3 LOCK IN SHARE MODE', { offset: 0, rows: 3 }],
    [
      'SELECT a FROM t UNION ALL SELECT b FROM u LIMIT 3',
      { offset: 0, rows: 3 },
    ],
    ['SELECT * FROM t', undefined],
    ['SELECT * FROM t LIMIT ?', undefined],
    ['SELECT * FROM t LIMIT @n', undefined],
    ['SELECT * FROM t LIMIT 1 + 1', undefined],
    ['SELECT * FROM t LIMIT 10 ROWS EXAMINED 5', undefined],
    ['SELECT * FROM (SELECT * FROM t LIMIT 10) u', undefined],
    ['SELECT * FROM t -- LIMIT 10', undefined],
    ["SELECT * FROM t WHERE a = 'x LIMIT 10'", undefined],
    ['SELECT `LIMIT` FROM t', undefined],
  ])('finds the limit of %s', (sql, limit) => {
    expect(describeRowBounds(sql).limit).toEqual(limit);
  });

  it.each([
    ['SELECT count(*) FROM t', true],
    ['SELECT a, round(sum( b ), 2) FROM t', true],
    ['SELECT a FROM t GROUP BY a', true],
    ['SELECT DISTINCT a FROM t', true],
    ['SELECT a FROM t UNION ALL SELECT max(b) FROM u', true],
    ['SELECT a, b FROM t', false],
    ['SELECT `count`, max_a FROM t', false],
    ['SELECT 1 FROM t WHERE a = (SELECT max(a) FROM t GROUP BY b)', false],
    ["SELECT 'count(*) GROUP BY' FROM t", false],
  ])('knows whether rows become one in %s', (sql, folds) => {
    expect(describeRowBounds(sql).folds).toBe(folds);
  });
});
