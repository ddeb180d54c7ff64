import {
  ResultCutReason,
  ResultSet,
} from 'backstage-plugin-task-center-common';
import {
  createConnection,
  createTask,
  createTexts,
} from '../../../__testUtils__';
import { describeCompleteness } from './describeCompleteness';

const resultSet: ResultSet = {
  index: 1,
  statement: 1,
  columns: [{ name: 'id', type: 'INT' }],
  rowCount: 1_000,
  truncated: true,
  partial: false,
  bytes: 4_000,
};
const t = createTexts();
const task = createTask();
const connection = createConnection();

const describe_ = (values: Partial<ResultSet>) =>
  describeCompleteness(
    {
      resultSet: { ...resultSet, ...values },
      task,
      statement: undefined,
      connection,
    },
    t,
  );

describe('describeCompleteness', () => {
  it.each<[ResultCutReason, string, RegExp]>([
    ['rows', 'cut at 1,000 rows', /limit of 1,000 rows.* higher limit/],
    ['result-bytes', 'cut at its size limit', /64 MB on this connection/],
    ['task-bytes', "cut at the task's size limit", /256 MB.* several tasks/],
    ['user-quota', 'cut for lack of space', /results of ada .* Drop results/],
    ['overall-quota', 'cut for lack of space', /no space left .* operators/],
  ])('says what cut it: %s', (truncatedBy, short, sentence) => {
    const told = describe_({ truncatedBy })!;
    expect(told.short).toBe(short);
    expect(told.sentence).toMatch(sentence);
    expect(told.foot).toMatch(/^The rows end here because .*\.$/);
  });

  it('takes one without a reason for cut by rows where it has so many', () => {
    expect(describe_({})!.short).toBe('cut at 1,000 rows');
  });

  it('says that a statement ended early', () => {
    const values = { truncated: false, partial: true, rowCount: 7 };
    const statement = {
      index: 1,
      line: 1,
      text: 'SELECT 1',
      state: 'aborted' as const,
      error: { code: '1317', message: 'Query execution was interrupted' },
    };
    expect(
      describeCompleteness(
        {
          resultSet: { ...resultSet, ...values },
          task,
          statement,
          connection: undefined,
        },
        t,
      ),
    ).toEqual({
      short: 'partial',
      sentence: expect.stringContaining('These 7 rows are only a part'),
      foot: expect.stringContaining('(Query execution was interrupted).'),
    });
    expect(describe_({ rowCount: 3 })!.short).toBe('partial');
  });

  it('says that rows may still come', () => {
    const running = createTask({ status: 'running' });
    const statement = {
      index: 1,
      line: 1,
      text: 'SELECT 1',
      state: 'running' as const,
    };
    const values = { truncated: false, partial: true, rowCount: 7 };
    const told = describeCompleteness(
      {
        resultSet: { ...resultSet, ...values },
        task: running,
        statement,
        connection: undefined,
      },
      t,
    )!;
    expect(told.short).toBe('still coming');
  });

  it('says nothing of what is whole', () => {
    expect(describe_({ truncated: false })).toBeUndefined();
  });
});
