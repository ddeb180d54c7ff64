import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Settings } from 'luxon';
import {
  createActivity,
  createBucket,
  createConnection,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { makeScreenNarrow } from '../../__testUtils__/makeScreenNarrow';
import { ActivityStrip } from './ActivityStrip';

const CONNECTIONS = [
  createConnection(),
  createConnection({ id: 'ledger', title: 'Ledger' }),
];
const buckets = createActivity().buckets.map(
  (bucket, hour) =>
    ({
      8: createBucket(8, { completed: 12, failed: 1 }, 2),
      23: createBucket(23, { preparing: 1, running: 2, aborted: 1 }),
    }[hour] ?? bucket),
);
const ACTIVITY = createActivity({
  buckets,
  now: { preparing: 1, running: 2 },
  connections: [
    {
      connection: 'shop',
      tasks: 16,
      failed: 0,
      medianDurationMs: 420,
      longestDurationMs: 97_000,
    },
    {
      connection: 'ledger',
      tasks: 1,
      failed: 1,
      medianDurationMs: 9_900,
      longestDurationMs: 9_912,
    },
    { connection: 'gone', tasks: 4, failed: 2 },
  ],
});

const currentUrl = () =>
  decodeURIComponent(screen.getByLabelText('URL').textContent ?? '');
const findBars = () =>
  screen.findByRole('toolbar', { name: 'Tasks by hour, last 24 hours' });
const render = (url?: string, activity = ACTIVITY) => {
  const api = createTaskCenterMock([], { getActivity: async () => activity });
  renderWithTaskCenter(<ActivityStrip connections={CONNECTIONS} />, {
    api,
    url,
  });
  return api;
};

describe('ActivityStrip', () => {
  beforeAll(() => {
    Settings.now = () => Date.parse('2026-11-22T23:30:00Z');
    Settings.defaultZone = 'UTC';
  });
  beforeEach(() => localStorage.clear());
  afterAll(() => {
    Settings.now = () => Date.now();
    Settings.defaultZone = 'system';
  });

  it('shows a bar an hour, each with its counts in words', async () => {
    const api = render();

    const bars = within(await findBars());
    await bars.findByRole('button', {
      name: '08:00–09:00: 10 completed, 2 completed with failures, 1 failed',
    });
    expect(bars.getAllByRole('button')).toHaveLength(24);
    expect(
      bars.getByRole('button', {
        name: '23:00–00:00: 3 under way, 1 aborted',
      }),
    ).toBeInTheDocument();
    expect(
      bars.getByRole('button', { name: '00:00–01:00: no tasks' }),
    ).toBeInTheDocument();
    expect(api.getActivity.mock.calls[0][0]).toEqual({
      from: '2026-11-22T00:00:00.000Z',
      to: '2026-11-23T00:00:00.000Z',
      step: '1h',
      timeZone: 'UTC',
    });
  });

  it('lists the tasks of a bar, and those of all again', async () => {
    const user = userEvent.setup();
    render('/?created=7d&page=3&search=price');
    const bar = await screen.findByRole('button', { name: /^08:00/ });

    await user.click(bar);
    const filtered =
      '/?search=price&createdAfter=2026-11-22T08:00:00.000Z&createdBefore=2026-11-22T09:00:00.000Z';
    expect(currentUrl()).toBe(filtered);
    expect(bar).toHaveAttribute('aria-pressed', 'true');

    await user.click(bar);
    expect(currentUrl()).toBe('/?search=price');
    expect(bar).toHaveAttribute('aria-pressed', 'false');
  });

  it('is one stop for the keyboard, within which the arrows go from bar to bar', async () => {
    const user = userEvent.setup();
    render();
    const last = await screen.findByRole('button', { name: /^23:00/ });
    const bars = within(await findBars()).getAllByRole('button');
    expect(bars.filter(bar => bar.tabIndex === 0)).toEqual([last]);

    act(() => last.focus());
    await user.keyboard('{ArrowRight}{ArrowLeft}');
    expect(bars[22]).toHaveFocus();
    await user.keyboard('{Home}{ArrowLeft}');
    expect(bars[0]).toHaveFocus();
    expect(bars.filter(bar => bar.tabIndex === 0)).toEqual([bars[0]]);
    await user.keyboard('{End}{Enter}');
    expect(currentUrl()).toContain('createdAfter=2026-11-22T23:00:00.000Z');
  });

  it('says how many tasks run, wait and failed, and lists them', async () => {
    const user = userEvent.setup();
    render('/?createdAfter=2026-11-22&createdBefore=2026-11-23');

    await user.click(await screen.findByRole('button', { name: '2 running' }));
    expect(currentUrl()).toBe('/?status=running');
    await user.click(screen.getByRole('button', { name: '1 waiting' }));
    expect(currentUrl()).toBe('/?status=preparing');
    await user.click(screen.getByRole('button', { name: '1 failed' }));
    expect(currentUrl()).toBe(
      '/?status=failed&createdAfter=2026-11-22T00:00:00.000Z&createdBefore=2026-11-23T00:00:00.000Z',
    );
  });

  it('names the slowest and the most failing connections', async () => {
    const user = userEvent.setup();
    const api = render('/?createdBy=me');

    const slowest = await screen.findByRole('list', {
      name: 'Slowest (median)',
    });
    const namesIn = (list: HTMLElement) =>
      within(list)
        .getAllByRole('button')
        .map(button => button.textContent);
    expect(namesIn(slowest)).toEqual([
      'Ledger ≈ 9.9 s',
      'Shop orders ≈ 420 ms',
    ]);
    const failing = screen.getByRole('list', { name: 'Most failing' });
    expect(namesIn(failing)).toEqual(['gone 2 of 4', 'Ledger 1 of 1']);

    const ledger = within(failing).getByRole('button', { name: /Ledger/ });
    await user.click(ledger);
    expect(currentUrl()).toBe('/?createdBy=me&connection=ledger');
    await waitFor(() =>
      expect(api.getActivity).toHaveBeenLastCalledWith(
        expect.objectContaining({
          connection: 'ledger',
          createdBy: 'user:default/ada',
        }),
        expect.anything(),
      ),
    );
  });

  it('shows days of a month, in figures too', async () => {
    const user = userEvent.setup();
    const api = render();
    await findBars();

    await user.click(screen.getByRole('radio', { name: '30 d' }));
    await waitFor(() =>
      expect(api.getActivity).toHaveBeenLastCalledWith(
        {
          from: '2026-10-24T00:00:00.000Z',
          to: '2026-11-23T00:00:00.000Z',
          step: '1d',
          timeZone: 'UTC',
        },
        expect.anything(),
      ),
    );
    await user.click(screen.getByRole('button', { name: 'Show as a table' }));
    const table = await screen.findByRole('table');
    const texts = within(table)
      .getAllByRole('row')
      .map(row => [...row.children].map(cell => cell.textContent));
    expect(texts).toEqual([
      [
        'Created',
        'Completed',
        'Completed with failures',
        'Under way',
        'Aborted',
        'Failed',
      ],
      ['Sun 22 Nov', '0', '0', '3', '1', '0'],
      ['Sun 22 Nov', '10', '2', '0', '0', '1'],
    ]);
  });

  it('folds, and leaves what happens now', async () => {
    const user = userEvent.setup();
    render();
    await findBars();
    const fold = screen.getByRole('button', { name: 'Activity' });
    expect(fold).toHaveAttribute('aria-expanded', 'true');

    await user.click(fold);
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(screen.getByRole('button', { name: '2 running' })).toBeEnabled();
  });

  it('says that there were none', async () => {
    render('/', createActivity());
    expect(
      await screen.findByText('No tasks in the last 24 hours'),
    ).toBeInTheDocument();
    expect(screen.getByText('No task has failed')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '0 running' })).toBeDisabled();
  });

  it('says why there is nothing, and tries again', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([]);
    api.getActivity.mockRejectedValueOnce(new Error('The backend is away'));
    renderWithTaskCenter(<ActivityStrip connections={[]} />, { api });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The activity could not be loaded. The backend is away.',
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findBars()).toBeInTheDocument();
  });

  it('says in its place that it may not be seen', async () => {
    const refusal = Object.assign(new Error('Not for you'), {
      name: 'NotAllowedError',
    });
    const api = createTaskCenterMock([], {
      getActivity: async () => {
        throw refusal;
      },
    });
    renderWithTaskCenter(<ActivityStrip connections={CONNECTIONS} />, { api });
    expect(
      await screen.findByText('The activity cannot be shown to you'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('asks for nothing before it is known whose tasks are shown', async () => {
    const api = createTaskCenterMock([]);
    renderWithTaskCenter(
      <ActivityStrip connections={CONNECTIONS} isReady={false} />,
      { api },
    );
    expect(
      await screen.findByRole('region', { name: 'Activity' }),
    ).toBeInTheDocument();
    expect(api.getActivity).not.toHaveBeenCalled();
  });
});

describe('ActivityStrip on a narrow screen', () => {
  makeScreenNarrow();
  beforeEach(() => localStorage.clear());

  it('leaves the room to the list until it is opened', async () => {
    render();
    const toggle = await screen.findByRole('button', { name: 'Activity' });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(
      await screen.findByRole('button', { name: '2 running' }),
    ).toBeEnabled();

    await userEvent.click(toggle);
    expect(await findBars()).toBeInTheDocument();
  });
});
