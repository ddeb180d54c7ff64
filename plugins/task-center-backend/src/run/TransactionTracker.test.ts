import { TransactionTracker } from './TransactionTracker';

const NOTHING = { transactionLost: false, commits: false, mayCommit: false };

describe('TransactionTracker', () => {
  function begin(dialect: 'mysql' | 'postgres' | 'sqlite') {
    const tracker = TransactionTracker.create(dialect);
    tracker.succeeded(1, { edge: 'begin', inTransaction: true });
    tracker.succeeded(2, { affectedRows: 3, inTransaction: true });
    return tracker;
  }

  it.each([
    ['COMMIT', { edge: 'commit', commits: true }],
    ['BEGIN, which commits first', { edge: 'begin', commits: false }],
  ] as const)('does not know what a refused %s did on MySQL', (_, failed) => {
    const tracker = begin('mysql');
    const undone = tracker.failed(3, { ...NOTHING, ...failed });
    expect(undone).toEqual({
      ...{ from: 1, to: 2, state: 'unknown', succeeded: 2, affected: 3 },
    });
    expect(tracker.open).toBeUndefined();
  });

  it('keeps the transaction of a COMMIT that SQLite could not make yet', () => {
    const tracker = begin('sqlite');
    const failed = { ...NOTHING, edge: 'commit', mayCommit: true } as const;
    expect(tracker.failed(3, { ...failed, commits: true })).toBeUndefined();
    const done = { edge: 'commit', inTransaction: false } as const;
    expect(tracker.succeeded(4, done)).toBeUndefined();
  });

  it('takes what ran before a failed CREATE TABLE for committed when the transaction is gone', () => {
    const tracker = begin('mysql');
    const failed = { ...NOTHING, edge: 'commit', mayCommit: true } as const;
    expect(tracker.failed(3, failed)).toBeUndefined();
    expect(tracker.succeeded(4, { inTransaction: false })).toBeUndefined();
  });

  it('does not know what became of a transaction that is gone without a reason', () => {
    const tracker = begin('mysql');
    expect(tracker.failed(3, NOTHING)).toBeUndefined();
    expect(tracker.succeeded(4, { inTransaction: false })).toMatchObject({
      ...{ from: 1, to: 3, state: 'unknown', succeeded: 2 },
    });
  });

  it('knows what is undone with the statement that failed', () => {
    const undone = begin('mysql').failed(3, {
      ...{ ...NOTHING, transactionLost: true },
    });
    expect(undone).toMatchObject({ from: 1, to: 3, state: 'rolled-back' });
  });
});
