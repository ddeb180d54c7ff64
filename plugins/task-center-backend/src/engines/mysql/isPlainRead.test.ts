import { isPlainRead } from './isPlainRead';

describe('isPlainRead', () => {
  it.each([
    'SELECT 1',
    'select*from t',
    '  -- why\n# and\n/* how */ (SELECT 1) UNION (SELECT 2)',
    'WITH a AS (SELECT 1) SELECT * FROM a',
    'TABLE t',
    'VALUES (1)',
    "SELECT 'x' FROM information_schema.tables",
  ])('lets go of: %s', sql => {
    expect(isPlainRead(sql)).toBe(true);
  });

  it.each([
    'INSERT INTO t VALUES (1) RETURNING id',
    'DELETE FROM t RETURNING id',
    'CALL p()',
    'SELECT * FROM t FOR UPDATE',
    'SELECT * FROM t LOCK IN SHARE MODE',
    'SELECT @a := 1',
    'SELECT 1 INTO @a',
    'SELECT NEXTVAL(s)',
    'SELECT GET_LOCK("x", 1)',
    '/*! INSERT INTO t SELECT */ SELECT 1',
    '/*M! DELETE FROM t */',
    'SHOW TABLES',
    '',
    '/* never closed SELECT 1',
  ])('holds on to: %s', sql => {
    expect(isPlainRead(sql)).toBe(false);
  });
});
