import {
  describeStatementTraits,
  SqlDialect,
} from 'backstage-plugin-task-center-common';
import { TransactionTracker } from './TransactionTracker';

describe('TransactionTracker', () => {
  function begin(dialect: SqlDialect) {
    const traits = (sql: string) => describeStatementTraits(dialect, sql);
    const tracker = TransactionTracker.create(dialect);
    tracker.succeeded(1, { inTransaction: true }, traits('BEGIN'));
    tracker.succeeded(
      2,
      { affectedRows: 3, inTransaction: true },
      traits('DELETE FROM t'),
    );
    return { tracker, traits };
  }

  it.each(['COMMIT', 'BEGIN'])(
    'does not know what a refused %s did on MySQL',
    sql => {
      const { tracker, traits } = begin('mysql');
      expect(tracker.failed(3, false, traits(sql))).toEqual({
        ...{ from: 1, to: 2, state: 'unknown', succeeded: 2, affected: 3 },
      });
      expect(tracker.open).toBeUndefined();
    },
  );

  it('keeps the transaction of a COMMIT that SQLite could not make yet', () => {
    const { tracker, traits } = begin('sqlite');
    const commit = traits('COMMIT');
    expect(tracker.failed(3, false, commit)).toBeUndefined();
    const done = { inTransaction: false };
    expect(tracker.succeeded(4, done, commit)).toBeUndefined();
  });

  it('takes what ran before a failed CREATE TABLE for committed when the transaction is gone', () => {
    const { tracker, traits } = begin('mysql');
    const create = traits('CREATE TABLE t (id INT)');
    expect(tracker.failed(3, false, create)).toBeUndefined();
    const done = { inTransaction: false };
    expect(tracker.succeeded(4, done, traits('SELECT 1'))).toBeUndefined();
  });

  it('does not know what became of a transaction that is gone without a reason', () => {
    const { tracker, traits } = begin('mysql');
    const select = traits('SELECT 1');
    expect(tracker.failed(3, false, select)).toBeUndefined();
    expect(
      tracker.succeeded(4, { inTransaction: false }, select),
    ).toMatchObject({
      ...{ from: 1, to: 3, state: 'unknown', succeeded: 2 },
    });
  });

  it('knows what is undone with the statement that failed', () => {
    const { tracker, traits } = begin('mysql');
    const undone = tracker.failed(3, true, traits('DELETE FROM t'));
    expect(undone).toMatchObject({ from: 1, to: 3, state: 'rolled-back' });
  });
});
