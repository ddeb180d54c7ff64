import { act, screen, within } from '@testing-library/react';
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

function renderTimeline() {
  const api = createTaskCenterMock([], { getTimeline: async () => TIMELINE });
  renderWithTaskCenter(
    <StatementTimeline task={createTask({ succeededStatements: 100 })} />,
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

  it('are pointed out by a scale and at the slowest', async () => {
    renderTimeline();
    expect(await screen.findByText('slowest: #37, 1.24 s')).toBeInTheDocument();
    const scale = screen.getByText('1.50 s').parentElement!;
    expect(scale).toHaveTextContent('1.50 s100 ms10 ms1 ms');
  });

  it('hold their room until they have come', async () => {
    let answer: (timeline: TaskTimeline) => void = () => {};
    const api = createTaskCenterMock([], {
      getTimeline: () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    });
    const task = createTask({ status: 'running', totalStatements: 1_000 });
    renderWithTaskCenter(<StatementTimeline task={task} />, { api });
    const title = await screen.findByText('Where the time went');
    await act(async () => answer({ ...TIMELINE, buckets: [], slowest: [] }));
    expect(title).toBeInTheDocument();
  });

  it('are neither shown nor asked for of a single statement', async () => {
    const api = createTaskCenterMock([], { getTimeline: async () => TIMELINE });
    const single = { succeededStatements: 1, totalStatements: 1 };
    renderWithTaskCenter(
      <>
        <StatementTimeline task={createTask({ id: 'one', ...single })} />
        <StatementTimeline
          task={createTask({ id: 'runs', status: 'running', ...single })}
        />
        <StatementTimeline
          task={createTask({ id: 'many', succeededStatements: 100 })}
        />
      </>,
      { api },
    );
    await screen.findByRole('list', { name: 'Slowest statements' });
    expect(screen.getAllByText('Where the time went')).toHaveLength(1);
    expect(api.getTimeline.mock.calls.map(([id]) => id)).toEqual(['many']);
  });
});
