import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createConnection,
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { TaskList } from './TaskList';

const CONNECTIONS = [
  createConnection(),
  createConnection({
    id: 'ledger',
    title: 'Ledger',
    entityRef: 'resource:default/ledger-db',
  }),
];

const currentUrl = () => screen.getByLabelText('URL').textContent;

describe('TaskList', () => {
  it('shows every column, with links to the database and the creator', async () => {
    const api = createTaskCenterMock([
      createTask({
        status: 'failed',
        failure: { code: 'statement-failed', message: 'Gone', statement: 7 },
      }),
    ]);
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });

    const row = await screen.findByRole('row', { name: /Backfill/ });
    expect(
      screen.getAllByRole('columnheader').map(head => head.textContent),
    ).toEqual([
      '', // to select all
      'Task Name',
      'Connection',
      'Created At',
      'Created By',
      'Task Status',
      'Actions',
    ]);
    expect(
      within(row).getByRole('link', { name: 'Shop orders' }),
    ).toHaveAttribute('href', '/catalog/default/resource/shop-db');
    expect(within(row).getByRole('link', { name: 'ada' })).toHaveAttribute(
      'href',
      '/catalog/default/user/ada',
    );
    expect(within(row).getByText('Failed at statement 7')).toBeInTheDocument();
    expect(row.querySelector('time')).toHaveAttribute(
      'datetime',
      '2026-11-22T13:02:09.000Z',
    );
    expect(within(row).queryByRole('button', { name: /Abort/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'New task' })).toHaveAttribute(
      'href',
      '/task-center/tasks/new',
    );
  });

  it('asks the server for what the URL says', async () => {
    const api = createTaskCenterMock([createTask()]);
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, {
      api,
      url: '/?connection=ledger&status=failed&status=aborted&createdBy=me&created=24h&search=price&orderBy=name:asc&page=2&pageSize=10',
    });

    await screen.findByRole('row', { name: /Backfill/ });
    const [request] = api.listTasks.mock.calls[0];
    expect(request).toEqual({
      connection: 'ledger',
      status: ['failed', 'aborted'],
      createdBy: 'user:default/ada',
      createdAfter: expect.any(String),
      search: 'price',
      orderBy: 'name:asc',
      limit: 10,
      offset: 10,
    });
    const age = Date.now() - Date.parse(request.createdAfter!);
    expect(Math.abs(age - 24 * 3_600_000)).toBeLessThan(60_000);
  });

  it('goes on behind the tasks that were counted, and back where there are no others', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()], {
      listTasks: async ({ offset = 0 }) =>
        offset < 1_025
          ? {
              items: [createTask()],
              totalItems: Math.max(1_000, offset + 25),
              totalIsAtLeast: true,
            }
          : { items: [], totalItems: 1_025 },
    });
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, {
      api,
      url: '/?pageSize=25&search=orders&page=40',
    });
    expect(await screen.findByText('976–1,000 of 1,000+')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: /next/i }));
    expect(
      await screen.findByText('1,001–1,025 of 1,025+'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(() =>
      expect(api.listTasks).toHaveBeenCalledWith(
        expect.objectContaining({ offset: 1_025 }),
        expect.anything(),
      ),
    );
    await waitFor(() => expect(currentUrl()).toContain('page=41'));
  });

  it('writes filters, search, sorting and paging into the URL', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()], {
      listTasks: async () => ({ items: [createTask()], totalItems: 60 }),
    });
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, {
      api,
      url: '/?pageSize=25',
    });
    await screen.findByRole('row', { name: /Backfill/ });
    expect(screen.getByText('1–25 of 60')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: /next/i }));
    expect(currentUrl()).toBe('/?page=2');
    expect(await screen.findByText('26–50 of 60')).toBeInTheDocument();

    await user.click(screen.getByRole('columnheader', { name: /Task Name/ }));
    expect(currentUrl()).toBe('/?orderBy=name%3Aasc');

    await user.click(screen.getByRole('radio', { name: 'Mine' }));
    await user.type(screen.getByRole('searchbox'), 'price');
    await waitFor(() =>
      expect(currentUrl()).toBe(
        '/?orderBy=name%3Aasc&createdBy=me&search=price',
      ),
    );

    await user.click(screen.getByRole('button', { name: /Status/ }));
    await user.click(await screen.findByRole('option', { name: 'Failed' }));
    await waitFor(() => expect(currentUrl()).toContain('status=failed'));
    await waitFor(() =>
      expect(api.listTasks).toHaveBeenLastCalledWith(
        {
          status: ['failed'],
          createdBy: 'user:default/ada',
          search: 'price',
          orderBy: 'name:asc',
          limit: 25,
          offset: 0,
        },
        expect.anything(),
      ),
    );
    const searches = api.listTasks.mock.calls.map(([r]) => r.search);
    expect(searches).not.toContain('pric');
  });

  it('moves with the tasks while they run, and leaves the rows in place', async () => {
    const running = createTask({
      status: 'running',
      succeededStatements: 1_000,
      actions: ['abort'],
    });
    const other = createTask({ id: 't2', name: 'Monthly report' });
    const answers = [
      running,
      { ...running, succeededStatements: 2_500 },
      createTask({ failedStatements: 3 }),
    ];
    const api = createTaskCenterMock([], {
      listTasks: async () => ({
        items: [answers.length > 1 ? answers.shift()! : answers[0], other],
        totalItems: 2,
      }),
    });
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });

    expect(await screen.findByText('1,000 / 5,000')).toBeInTheDocument();
    const row = screen.getByRole('row', { name: /Backfill/ });
    const otherRow = screen.getByRole('row', { name: /Monthly/ });
    expect(
      screen.getByRole('progressbar', { name: /Backfill/ }),
    ).toHaveAttribute('aria-valuenow', '20');

    expect(await screen.findByText('2,500 / 5,000')).toBeInTheDocument();
    expect(await screen.findByText('Completed, 3 failed')).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(row).toBeInTheDocument();
    expect(otherRow).toBeInTheDocument();
    expect(
      screen.getByText('Backfill order prices: Completed, 3 failed.'),
    ).toBeInTheDocument();
  });

  it('keeps what it knows when an update fails, and says so', async () => {
    const running = createTask({ status: 'running', actions: ['abort'] });
    const api = createTaskCenterMock([running]);
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });
    await screen.findByRole('row', { name: /Backfill/ });

    api.listTasks.mockRejectedValue(new Error('The backend is away'));

    expect(
      await screen.findByText(
        'The list is not up to date. The backend is away.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /Backfill/ })).toBeInTheDocument();
  });

  it('brings the task that is selected first out from beneath the bar', async () => {
    const shown: (string | undefined)[] = [];
    Element.prototype.scrollIntoView = function remember(this: HTMLElement) {
      shown.push(this.dataset.key);
    };
    const api = createTaskCenterMock([
      createTask({ id: 't1' }),
      createTask({ id: 't2', name: 'Drop old index' }),
    ]);
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });

    const row = await screen.findByRole('row', { name: /Drop old index/ });
    await userEvent.click(within(row).getByRole('checkbox'));
    await screen.findByText('1 selected');
    expect(shown).toContain('t2');
    expect(shown).not.toContain('t1');
    delete (Element.prototype as Partial<Element>).scrollIntoView;
  });

  it('aborts after asking', async () => {
    const user = userEvent.setup();
    const running = createTask({ status: 'running', actions: ['abort'] });
    const aborting = { ...running, abortRequestedAt: running.createdAt };
    const api = createTaskCenterMock([running]);
    api.abortTask.mockImplementation(async () => {
      api.listTasks.mockResolvedValue({ items: [aborting], totalItems: 1 });
      return aborting;
    });
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });

    await user.click(
      await screen.findByRole('button', {
        name: 'Abort Backfill order prices',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: /Abort “Backfill/,
    });
    expect(api.abortTask).not.toHaveBeenCalled();
    await user.click(
      within(dialog).getByRole('button', { name: 'Abort task' }),
    );

    expect(await screen.findByText('Aborting…')).toBeInTheDocument();
    expect(api.abortTask).toHaveBeenCalledWith('t1');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Abort Backfill order prices' }),
    ).toBeNull();
  });

  it('names what a deletion removes, and stays with a reason when it fails', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask({ resultSets: 2 })]);
    api.deleteTask.mockRejectedValueOnce(
      new Error('The task is running again'),
    );
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, {
      api,
      url: '/?pageSize=25',
    });

    await user.click(
      await screen.findByRole('button', {
        name: 'Delete Backfill order prices',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: /Delete “Backfill/,
    });
    expect(dialog).toHaveTextContent(/its log and 2 result sets are removed/);

    const confirm = within(dialog).getByRole('button', { name: 'Delete task' });
    await user.click(confirm);
    expect(
      await within(dialog).findByText(
        'The task was not deleted. The task is running again.',
      ),
    ).toBeInTheDocument();

    api.listTasks.mockResolvedValue({ items: [], totalItems: 0 });
    api.deleteTask.mockResolvedValueOnce(undefined);
    await user.click(confirm);
    expect(await screen.findByText('No tasks yet')).toBeInTheDocument();
    expect(api.deleteTask).toHaveBeenCalledTimes(2);
  });

  it('tells a list without tasks from one whose filters match none', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([]);
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, {
      api,
      url: '/?status=failed&search=x',
    });

    expect(await screen.findByText('No task matches')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));

    expect(await screen.findByText('No tasks yet')).toBeInTheDocument();
    expect(currentUrl()).toBe('/');
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('says why there is nothing, and tries again', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()]);
    api.listTasks.mockRejectedValueOnce(new Error('The backend is away'));
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The tasks could not be loaded.*The backend is away/,
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('row', { name: /Backfill/ }),
    ).toBeInTheDocument();
  });

  it('says that the person is not allowed to look', async () => {
    const api = createTaskCenterMock([]);
    const refusal = Object.assign(new Error('Not for you'), {
      name: 'NotAllowedError',
    });
    api.listTasks.mockRejectedValue(refusal);
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });

    expect(
      await screen.findByText('The tasks cannot be shown to you'),
    ).toBeInTheDocument();
  });

  it('runs a task again under another name, and goes there', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask({ actions: ['runAgain'] })]);
    api.runTaskAgain.mockRejectedValueOnce(new Error('The script is gone'));
    api.runTaskAgain.mockResolvedValueOnce(createTask({ id: 't2' }));
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });

    await user.click(
      await screen.findByRole('button', {
        name: 'More actions for Backfill order prices',
      }),
    );
    expect(screen.queryByRole('menuitem', { name: /Resume/ })).toBeNull();
    await user.click(screen.getByRole('menuitem', { name: 'Run again' }));
    const dialog = await screen.findByRole('dialog', { name: /Run “Backfill/ });
    const name = within(dialog).getByRole('textbox', { name: 'Task Name' });
    expect(name).toHaveValue('Backfill order prices');
    const confirm = within(dialog).getByRole('button', { name: 'Run again' });
    await user.clear(name);
    expect(confirm).toBeDisabled();
    await user.type(name, 'Once more');
    await user.click(confirm);
    expect(
      await within(dialog).findByText('The script is gone.'),
    ).toBeInTheDocument();
    expect(currentUrl()).toBe('/');

    await user.type(name, '{Enter}');
    await waitFor(() => expect(currentUrl()).toBe('/task-center/tasks/t2'));
    expect(api.runTaskAgain.mock.calls).toEqual([
      ['t1', { name: 'Once more' }],
      ['t1', { name: 'Once more' }],
    ]);
  });

  it('does not ask for a task again that it has deleted', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()]);
    api.deleteTask.mockImplementation(async () => {
      api.getTask.mockRejectedValue(new Error('No task t1'));
      api.listTasks.mockResolvedValue({ items: [], totalItems: 0 });
    });
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, {
      api,
      url: '/?task=t1',
    });

    const drawer = await screen.findByRole('dialog', { name: /Backfill/ });
    await user.click(
      await within(drawer).findByRole('button', { name: 'Delete' }),
    );
    const asked = api.getTask.mock.calls.length;
    await user.click(
      await screen.findByRole('button', { name: 'Delete task' }),
    );

    expect(await screen.findByText('No tasks yet')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.getTask).toHaveBeenCalledTimes(asked);
  });

  it('shows the whole name on hover, and connections that are gone', async () => {
    const api = createTaskCenterMock([
      createTask({ connection: 'gone', description: 'Ticket 4711' }),
    ]);
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });

    const row = await screen.findByRole('row', { name: /Backfill/ });
    expect(within(row).getByText('Backfill order prices')).toHaveAttribute(
      'title',
      'Backfill order prices\nTicket 4711',
    );
    expect(within(row).getByRole('link', { name: 'gone' })).toBeInTheDocument();
    expect(within(row).getByText('not available')).toBeInTheDocument();
  });

  it('marks what goes on from another task, and what was gone on from', async () => {
    const api = createTaskCenterMock([
      createTask({ id: 't2', resumes: { task: 't1', statement: 7 } }),
      createTask({ id: 't1', name: 'Broken', resumedBy: ['t0', 't2'] }),
    ]);
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });

    expect(
      await screen.findByRole('link', {
        name: 'Continues another task from statement 7',
      }),
    ).toHaveAttribute('href', '/task-center/tasks/t1');
    const broken = screen.getByRole('row', { name: /Broken/ });
    expect(
      within(broken).getByRole('link', { name: /^Continued by 2 other tasks/ }),
    ).toHaveAttribute('href', '/task-center/tasks/t2');
  });

  it('opens a task from its row and keeps it open in the URL', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()]);
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, { api });

    await user.click(await screen.findByText('Backfill order prices'));
    const drawer = await screen.findByRole('dialog', {
      name: 'Backfill order prices',
    });
    expect(currentUrl()).toBe('/?task=t1');
    expect(
      within(drawer).getByRole('link', { name: 'Open as a page' }),
    ).toHaveAttribute('href', '/task-center/tasks/t1');

    await user.click(within(drawer).getByRole('button', { name: 'Close' }));
    expect(currentUrl()).toBe('/');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
