import { takesEffectAsOne } from './takesEffectAsOne';

describe('takesEffectAsOne', () => {
  it.each([
    ['SELECT f()'],
    ['(select 1) union (select 2)'],
    ['INSERT INTO t VALUES (1)'],
    ["UPDATE t SET a = 'concurrently'"],
    ['DELETE FROM t'],
    ['MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE'],
    ['WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x'],
    ['VALUES (1)'],
    ['TABLE t'],
    ['TRUNCATE t'],
    ['ALTER TABLE t ADD COLUMN a int'],
    ['CREATE UNIQUE INDEX i ON t (a)'],
    ['DROP TABLE t'],
    ['REFRESH MATERIALIZED VIEW v'],
    ['-- why\n/* so /* or */ CALL p() */ SELECT 1'],
  ])('holds for %s', sql => {
    expect(takesEffectAsOne(sql)).toBe(true);
  });

  it.each([
    ['CALL p()'],
    ['DO $$ BEGIN COMMIT; END $$'],
    ['COMMIT'],
    ['END'],
    ['PREPARE TRANSACTION $$a$$'],
    ['VACUUM t'],
    ['ANALYZE'],
    ['CLUSTER'],
    ['REINDEX TABLE t'],
    ['CREATE INDEX CONCURRENTLY i ON t (a)'],
    ['create index /* a */ concurrently if not exists i on t (a)'],
    ['DROP INDEX CONCURRENTLY i'],
    ['ALTER TABLE t DETACH PARTITION p CONCURRENTLY'],
    ['CREATE DATABASE d'],
    ['DROP SUBSCRIPTION s'],
    ['selected'],
    ['/* /* a */ SELECT */ CALL p()'],
    ['-- SELECT\rCALL p(1,\n2)'],
    ['-- \rCALL p(1,\nSELECT 2)'],
    ['/* SELECT'],
    [''],
  ])('does not hold for %s', sql => {
    expect(takesEffectAsOne(sql)).toBe(false);
  });
});
