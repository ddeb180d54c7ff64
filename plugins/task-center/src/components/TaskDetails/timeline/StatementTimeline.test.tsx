import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TaskTimeline } from 'backstage-plugin-task-center-common';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../../__testUtils__';
import { StatementTimeline } from './StatementTimeline';

const TIMELINE: TaskTimeline = {
  firstStatement: 1,
  lastStatement: 1_000,
  durationMs: 2_000,
  buckets: [
    {
      ...{ from: 1, to: 100, durationMs: 1_500, slowest: 37 },
      ...{ slowestMs: 1_240, failed: 0, ended: 0, rolledBack: 60 },
    },
    {
      ...{ from: 101, to: 101, durationMs: 0.4, slowest: 101 },
      ...{ slowestMs: 0.4, failed: 1, ended: 0, rolledBack: 0 },
    },
    {
      ...{ from: 102, to: 102, durationMs: 500, slowest: 102 },
      ...{ slowestMs: 500, failed: 0, ended: 1, rolledBack: 0 },
    },
  ],
  slowest: [
    {
      ...{ index: 37, line: 40, text: 'UPDATE orders', state: 'succeeded' },
      durationMs: 1_240,
    },
    {
      index: 102,
      line: 106,
      text: 'SELECT',
      state: 'aborted',
      durationMs: 500,
    },
  ],
};

function renderTimeline(timeline = TIMELINE, succeededStatements = 100) {
  const api = createTaskCenterMock([], { getTimeline: async () => timeline });
  renderWithTaskCenter(
    <StatementTimeline task={createTask({ succeededStatements })} />,
    { api, url: '/task-center/tasks/t1?state=failed' },
  );
}

describe('the durations of statements', () => {
  it('are bars that say what they stand for, and lead there', async () => {
    renderTimeline();
    const bars = within(
      await screen.findByRole('toolbar', {
        name: 'How long the statements took',
      }),
    ).getAllByRole('button');
    expect(bars.map(bar => bar.getAttribute('aria-label'))).toEqual([
      'Statements 1 to 100: 1.50 s, the slowest is #37 with 1.24 s, 60 rolled back',
      'Statement 101: 0.4 ms, 1 failed',
      'Statement 102: 500 ms, 1 aborted or unknown',
    ]);
    expect(bars.map(({ dataset }) => dataset.tone)).toEqual([
      'rolled-back',
      'failed',
      'ended',
    ]);
    expect(bars.map(({ style }) => [style.left, style.width])).toEqual([
      ['0%', '10%'],
      ['10%', '0.1%'],
      ['10.1%', '0.1%'],
    ]);
    expect(screen.getByText('#1,000')).toBeInTheDocument();

    await userEvent.tab();
    expect(bars[2]).toHaveFocus();
    await userEvent.keyboard('{Home}{Enter}');
    expect(screen.getByLabelText('URL')).toHaveTextContent(
      '?tab=statements&statement=37',
    );
  });

  it('are told of the slowest in words', async () => {
    renderTimeline();
    const list = await screen.findByRole('list', {
      name: 'Slowest statements',
    });
    const [slowest] = within(list).getAllByRole('listitem');
    expect(slowest).toHaveTextContent('#371.24 s62 %UPDATE orders');
    expect(within(slowest).getByRole('link')).toHaveAttribute(
      'href',
      '/task-center/tasks/t1?tab=statements&statement=37',
    );
  });

  it('are not shown of a single statement', async () => {
    const buckets = TIMELINE.buckets.slice(0, 1);
    renderTimeline({ ...TIMELINE, buckets }, 1);
    await screen.findByLabelText('URL');
    expect(screen.queryByText('Where the time went')).toBeNull();
  });
});
