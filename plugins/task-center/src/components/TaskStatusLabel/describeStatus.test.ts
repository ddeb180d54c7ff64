import { Task } from 'backstage-plugin-task-center-common';
import { createTask, createTexts } from '../../__testUtils__';
import { StatusDescription, describeStatus } from './describeStatus';

const cases: [string, Partial<Task>, StatusDescription][] = [
  [
    'a task in line',
    {
      status: 'preparing',
      waiting: { cause: 'connection-busy', position: 2 },
    },
    {
      tone: 'waiting',
      label: 'Preparing · 2nd in line',
      note: 'connection busy',
    },
  ],
  [
    'a task that no worker has room for',
    { status: 'preparing', waiting: { cause: 'worker-busy' } },
    { tone: 'waiting', label: 'Preparing · no free worker' },
  ],
  [
    'a task that is starting',
    { status: 'preparing', waiting: { cause: 'starting' } },
    { tone: 'waiting', label: 'Preparing' },
  ],
  [
    'a running task, counting what failed as done',
    {
      status: 'running',
      succeededStatements: 1_201,
      failedStatements: 3,
      totalStatements: 4_816,
    },
    {
      tone: 'running',
      label: 'Running',
      detail: '1,204 / 4,816',
      progress: 0.25,
    },
  ],
  [
    'a running task whose end is not known',
    { status: 'running', totalStatements: undefined },
    { tone: 'running', label: 'Running' },
  ],
  [
    'an abort that the database has not confirmed',
    {
      status: 'running',
      abortRequestedAt: '2026-11-22T13:03:00.000Z',
      succeededStatements: 10,
      totalStatements: 20,
    },
    { tone: 'warning', label: 'Aborting…', detail: '10 / 20', progress: 0.5 },
  ],
  [
    'an abort that the database is carrying out',
    {
      status: 'running',
      abortRequestedAt: '2026-11-22T13:03:00.000Z',
      abortProgress: 'rolling-back',
      succeededStatements: 10,
      totalStatements: 20,
    },
    {
      tone: 'warning',
      label: 'Aborting…',
      detail: '10 / 20',
      note: 'the database is rolling back',
      shortNote: 'rolling back',
    },
  ],
  [
    'the progress of a resumed task, without what it does not run',
    {
      status: 'running',
      resumes: { task: 't0', statement: 81 },
      succeededStatements: 4,
      rolledBackStatements: 1,
      totalStatements: 100,
    },
    {
      tone: 'running',
      label: 'Running',
      detail: '5 / 20',
      note: '1 rolled back',
      progress: 0.25,
    },
  ],
  [
    'a confirmed abort',
    { status: 'aborted', abortRequestedAt: '2026-11-22T13:03:00.000Z' },
    { tone: 'aborted', label: 'Aborted' },
  ],
  ['success', {}, { tone: 'succeeded', label: 'Completed' }],
  [
    'success with failed statements',
    { failedStatements: 3 },
    { tone: 'warning', label: 'Completed, 3 failed' },
  ],
  [
    'success that was undone in part',
    { rolledBackStatements: 2 },
    { tone: 'warning', label: 'Completed', note: '2 rolled back' },
  ],
  [
    'a script that cannot be all or nothing',
    {
      status: 'failed',
      failure: { code: 'implicit-commit', message: 'no', statement: 3 },
    },
    { tone: 'failed', label: 'Failed: not all or nothing' },
  ],
  [
    'a failed statement',
    {
      status: 'failed',
      failure: { code: 'statement-failed', message: 'no', statement: 1_007 },
    },
    { tone: 'failed', label: 'Failed at statement 1,007' },
  ],
  [
    'a timeout, wherever it struck',
    {
      status: 'failed',
      failure: { code: 'timeout', message: 'late', statement: 3 },
    },
    { tone: 'failed', label: 'Failed: timed out' },
  ],
];

describe('describeStatus', () => {
  it.each(cases)('describes %s', (_, values, description) => {
    expect(describeStatus(createTask(values), createTexts())).toEqual(
      description,
    );
  });

  it('speaks Chinese', () => {
    const task = createTask({
      status: 'preparing',
      waiting: { cause: 'connection-busy', position: 2 },
    });
    expect(describeStatus(task, createTexts('zh'))).toEqual({
      tone: 'waiting',
      label: '准备中 · 排队第 2 位',
      note: '连接繁忙',
    });
  });
});
