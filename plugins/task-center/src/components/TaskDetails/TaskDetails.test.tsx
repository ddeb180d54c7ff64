import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Task, TaskStatement } from 'backstage-plugin-task-center-common';
import {
  createConnection,
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { TaskDrawer } from './TaskDrawer';
import { TaskPage } from './TaskPage';

function createStatement(values: Partial<TaskStatement>): TaskStatement {
  return {
    index: 1,
    line: 1,
    text: 'UPDATE orders SET price = 1',
    state: 'succeeded',
    ...values,
  };
}

const FAILED = createStatement({
  index: 7,
  line: 41,
  state: 'failed',
  error: { code: '1062', message: "Duplicate entry '7' for key 'PRIMARY'" },
});

const findFact = async (label: string) =>
  (await screen.findByText(label, { selector: 'dt' })).nextSibling;

describe('the details of a task', () => {
  it('show every setting, the figures and the way to the results', async () => {
    const api = createTaskCenterMock([
      createTask({
        description: 'Ticket 4711',
        resultSets: 2,
        statementTimeoutSeconds: 90,
      }),
    ]);
    api.listConnections.mockResolvedValue([
      createConnection({ database: 'shop' }),
    ]);
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    expect(await findFact('Query Result Limit')).toHaveTextContent(
      '1,000 rows',
    );
    const facts = {
      Succeeded: '5,000',
      Failed: '0',
      'Not completed': '0',
      'Rows affected': '48,112',
      'Result sets': '2',
      'Task Name': 'Backfill order prices',
      Connection: 'Shop orders (MySQL, shop)',
      'Created By': 'ada',
      Delimiter: ';',
      'Task Error Handling': 'Stop at the first failed statement',
      Commit: 'Each statement by itself',
      'Execution Timeout': '48 h',
      'Statement Timeout': '1 min 30 s',
      Script: '5,000 statements, 412 kB',
      Description: 'Ticket 4711',
    };
    for (const [label, value] of Object.entries(facts)) {
      expect(await findFact(label)).toHaveTextContent(value);
    }
    expect(screen.getByRole('link', { name: 'Query Results' })).toHaveAttribute(
      'href',
      '/task-center/tasks/t1/results',
    );
    expect(
      await screen.findByRole('link', { name: 'Download Results' }),
    ).toHaveAttribute('href', 'http://portal.example/t1/download');
    expect(screen.getByTitle('took')).toHaveTextContent(/^took 01:37$/);
    expect(screen.queryByText(/Execution Failure Records/)).toBeNull();
  });

  it('tell how large the results are, what was cut and until when they are kept', async () => {
    const api = createTaskCenterMock([
      createTask({
        resultSets: 3,
        resultBytes: 61_200_000,
        truncatedResultSets: 2,
        resultsExpireAt: '2026-12-06T12:00:00.000Z',
        actions: ['readResults', 'keepResults', 'dropResults'],
      }),
    ]);
    const removed = createTask({
      resultsRemoved: { at: '2026-11-23T12:00:00.000Z', reason: 'dropped' },
    });
    api.dropResults.mockImplementation(async () => {
      api.getTask.mockResolvedValue(removed);
      return removed;
    });
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });
    expect(
      await screen.findByText(/^3 result sets, 61 MB as CSV/),
    ).toHaveTextContent('2 cut off by a limit');
    expect(screen.getByText('kept until 6 Dec 2026')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Keep longer…' })).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Drop results…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Drop results' }));
    expect(
      await screen.findByText(/^The results were dropped on 23 Nov 2026/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Query Results' })).toBeNull();
    expect(api.dropResults).toHaveBeenCalledWith('t1');
  });

  it('say why a task failed and list the failed statements', async () => {
    const api = createTaskCenterMock(
      [
        createTask({
          status: 'failed',
          succeededStatements: 6,
          failedStatements: 1,
          failure: {
            code: 'statement-failed',
            statement: 7,
            message: 'Statement 7 (line 41) failed.',
          },
        }),
      ],
      { listStatements: async () => ({ items: [FAILED], totalItems: 1 }) },
    );
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    expect(
      await screen.findByText('Statement 7 (line 41) failed.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Failed at statement 7')).toBeInTheDocument();
    expect(await findFact('Not completed')).toHaveTextContent('4,993');
    const record = await screen.findByRole('row', { name: /Duplicate entry/ });
    expect(
      within(record)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      '7',
      '41',
      '1062',
      "Duplicate entry '7' for key 'PRIMARY'UPDATE orders SET price = 1",
    ]);
    expect(api.listStatements).toHaveBeenCalledWith(
      't1',
      expect.objectContaining({ state: ['failed'], offset: 0 }),
    );
  });

  it('lead from a failure to the statement and to its line, and from the script to the statements', async () => {
    const script = 'SELECT 1;\n\nUPDATE orders\nSET price = 1;';
    const api = createTaskCenterMock(
      [createTask({ status: 'failed', failedStatements: 1 })],
      {
        listStatements: async () => ({
          items: [{ ...FAILED, index: 2, line: 3 }],
          totalItems: 1,
        }),
        getScript: async () => script,
      },
    );
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });
    const link = await screen.findByRole('link', {
      name: /^Statement 2: show/,
    });
    expect(link).toHaveAttribute(
      'href',
      expect.stringContaining('?tab=statements&statement=2'),
    );

    const sql = await screen.findByRole('textbox', { name: 'SQL' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Show line 3 of the script' }),
    );
    await waitFor(() => expect(sql).toHaveFocus());
    expect(document.querySelector('.cm-wantedLine')).toHaveTextContent(
      'UPDATE orders',
    );

    await userEvent.click(
      await screen.findByTitle('Statement 2: show what became of it'),
    );
    expect(screen.getByLabelText('URL')).toHaveTextContent(
      '?tab=statements&statement=2',
    );
  });

  it('number the statements of a long script as everywhere else', async () => {
    const api = createTaskCenterMock([createTask({ status: 'completed' })], {
      getScript: async () => `${'SELECT 1; '.repeat(1_203)}\nSELECT 2;`,
    });
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });
    expect(
      await screen.findByTitle('Statement 1,204: show what became of it'),
    ).toHaveTextContent(/^#1,204$/);
  });

  it('count what was rolled back, and lead to it', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([
      createTask({
        status: 'failed',
        transactionMode: 'script',
        totalStatements: 12,
        succeededStatements: 0,
        failedStatements: 1,
        rolledBackStatements: 6,
        failure: { code: 'statement-failed', statement: 7, message: 'No.' },
      }),
    ]);
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    expect(await findFact('Commit')).toHaveTextContent(
      'All or nothing: one transaction',
    );
    expect(
      screen.getByText('Status: Failed at statement 7, 6 rolled back'),
    ).toBeInTheDocument();
    expect(await findFact('Succeeded')).toHaveTextContent('0');
    expect(await findFact('Rolled back')).toHaveTextContent('6');
    expect(await findFact('Not completed')).toHaveTextContent('5');

    await user.click(screen.getByRole('link', { name: '6' }));
    expect(screen.getByLabelText('URL')).toHaveTextContent(
      '/?tab=statements&state=rolled-back',
    );
    await waitFor(() =>
      expect(api.listStatements).toHaveBeenCalledWith(
        't1',
        expect.objectContaining({ state: ['rolled-back'] }),
      ),
    );
  });

  it('count what a resumed task runs, and name the tasks around it', async () => {
    const api = createTaskCenterMock([]);
    const tasks = [
      createTask({ id: 't0', name: 'First try' }),
      createTask({
        totalStatements: 100,
        succeededStatements: 10,
        failedStatements: 1,
        status: 'failed',
        resumes: { task: 't0', statement: 51 },
        copyOf: 'gone',
        resumedBy: ['t2'],
      }),
      createTask({ id: 't2', name: 'Third try' }),
    ];
    api.getTask.mockImplementation(async id => {
      const found = tasks.find(task => task.id === id);
      if (!found) {
        throw Object.assign(new Error('None'), { name: 'NotFoundError' });
      }
      return found;
    });
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    expect(await findFact('Before the start')).toHaveTextContent('50');
    expect(await findFact('Not completed')).toHaveTextContent('39');
    expect(
      await screen.findByRole('link', { name: 'First try' }),
    ).toHaveAttribute('href', '/task-center/tasks/t0');
    expect(
      await screen.findByRole('link', { name: 'Third try' }),
    ).toHaveAttribute('href', '/task-center/tasks/t2');
    const header = screen.getByRole('article').querySelector('header')!;
    expect(header).toHaveTextContent('Resumes First try from statement 51');
    expect(header).toHaveTextContent(
      /Resumed as Third try \(\d+ \w+, \d\d:\d\d, Completed\)/,
    );
    expect(
      await screen.findByText('a task that is not there any more'),
    ).toBeInTheDocument();
  });

  it('follow a task until it is final, and then rest', async () => {
    const running = createTask({
      status: 'running',
      finishedAt: undefined,
      succeededStatements: 1_250,
      actions: ['abort'],
    });
    const api = createTaskCenterMock([running]);
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    expect(await screen.findByText('1,250 / 5,000')).toBeInTheDocument();
    expect(await findFact('To go')).toHaveTextContent('3,750');
    expect(screen.getByRole('button', { name: 'Abort' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();

    api.getTask.mockResolvedValue(createTask());
    expect(
      await screen.findByRole('button', { name: 'Delete' }),
    ).toBeInTheDocument();
    const calls = api.getTask.mock.calls.length;
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(api.getTask).toHaveBeenCalledTimes(calls);
  });

  it('follow an abort from the question to its confirmation', async () => {
    const user = userEvent.setup();
    const running = createTask({ status: 'running', actions: ['abort'] });
    const aborting: Task = {
      ...running,
      abortRequestedAt: running.createdAt,
      abortProgress: 'requested',
    };
    const api = createTaskCenterMock([running]);
    api.abortTask.mockImplementation(async () => {
      api.getTask.mockResolvedValue(aborting);
      return aborting;
    });
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    await user.click(await screen.findByRole('button', { name: 'Abort' }));
    await user.click(screen.getByRole('button', { name: 'Abort task' }));

    expect(await screen.findByText('Aborting…')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Abort' })).toBeNull();
    api.getTask.mockResolvedValue({ ...aborting, abortProgress: 'ending' });
    expect(
      await screen.findByText(
        'Status: Aborting… the database is ending the statement',
      ),
    ).toBeInTheDocument();
    api.getTask.mockResolvedValue({
      ...aborting,
      abortProgress: 'rolling-back',
    });
    expect(
      await screen.findByText('Status: Aborting… the database is rolling back'),
    ).toBeInTheDocument();
    api.getTask.mockResolvedValue(
      createTask({ status: 'aborted', rolledBackStatements: 2 }),
    );
    expect(
      await screen.findByText('Status: Aborted, 2 rolled back'),
    ).toBeInTheDocument();
  });

  it('lead back to the list when the task has been deleted', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()]);
    api.deleteTask.mockResolvedValue(undefined);
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete task' }));

    await waitFor(() =>
      expect(screen.getByLabelText('URL')).toHaveTextContent(
        '/task-center/tasks',
      ),
    );
    expect(api.deleteTask).toHaveBeenCalledWith('t1');
  });

  it('say how long a short task took', async () => {
    const api = createTaskCenterMock([
      createTask({ finishedAt: '2026-11-22T13:02:11.420Z' }),
    ]);
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });
    expect(await screen.findByTitle('took')).toHaveTextContent(/^took 420 ms$/);
  });

  it('say that a connection is not there any more', async () => {
    const api = createTaskCenterMock([createTask({ connection: 'gone' })]);
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    expect(await findFact('Connection')).toHaveTextContent('gone');
    expect(await screen.findAllByText('not available')).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Delete' })).toBeEnabled();
    await userEvent.click(screen.getByRole('button', { name: 'More actions' }));
    expect(
      screen.getAllByRole('menuitem').map(item => item.textContent),
    ).toEqual(['Copy link']);
  });

  it('wait with a task that has not started', async () => {
    const api = createTaskCenterMock([
      createTask({
        status: 'preparing',
        startedAt: undefined,
        finishedAt: undefined,
        totalStatements: undefined,
        succeededStatements: 0,
        waiting: { cause: 'connection-busy', position: 2 },
      }),
    ]);
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    expect(
      await screen.findByText('Preparing · 2nd in line'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Waits for a free place on Shop orders, which takes 2 tasks at a time.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('It is 2nd in line.')).toBeInTheDocument();
    expect(await findFact('To go')).toHaveTextContent('–');
    expect(
      screen.getByText('No statement has returned rows yet.'),
    ).toBeInTheDocument();
  });

  it('keep the results from those who may not read them', async () => {
    const api = createTaskCenterMock([
      createTask({ resultSets: 2, actions: [] }),
    ]);
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    expect(
      await screen.findByText(/can be read by the task’s creator/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Query Results' })).toBeNull();
  });

  it('do not load a script that is too large to show', async () => {
    const api = createTaskCenterMock([createTask({ scriptBytes: 9_400_000 })]);
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    expect(
      await screen.findByText(/The script has 9.4 MB, too much to show here/),
    ).toBeInTheDocument();
    expect(api.getScript).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Download' })).toBeEnabled();
  });

  it('say that a task is not there', async () => {
    const api = createTaskCenterMock([]);
    api.getTask.mockRejectedValue(
      Object.assign(new Error('No task t9'), { name: 'NotFoundError' }),
    );
    renderWithTaskCenter(<TaskPage taskId="t9" />, { api });

    expect(
      await screen.findByText('There is no such task'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    expect(screen.getByRole('link', { name: 'All tasks' })).toHaveAttribute(
      'href',
      '/task-center/tasks',
    );
  });
});

describe('the details of a task beside the list', () => {
  it('can be closed where the task is not there', async () => {
    const api = createTaskCenterMock([]);
    api.getTask.mockRejectedValue(
      Object.assign(new Error('No task t9'), { name: 'NotFoundError' }),
    );
    const onClose = jest.fn();
    renderWithTaskCenter(
      <TaskDrawer taskId="t9" onClose={onClose} onChanged={async () => {}} />,
      { api },
    );

    const panel = await screen.findByRole('dialog', {
      name: 'There is no such task',
    });
    await userEvent.click(within(panel).getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('keep the focus, and give it to the menus that open on top', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()]);
    renderWithTaskCenter(
      <>
        <button>Beneath</button>
        <TaskDrawer taskId="t1" onClose={() => {}} onChanged={async () => {}} />
      </>,
      { api },
    );
    const panel = await screen.findByRole('dialog', { name: /Backfill/ });
    const expand = within(panel).getByRole('link', { name: 'Open as a page' });
    expand.focus();
    let steps = 0;
    do {
      await user.tab();
      expect(panel).toContainElement(document.activeElement as HTMLElement);
      steps += 1;
    } while (document.activeElement !== expand && steps < 100);
    expect(expand).toHaveFocus();

    await user.click(
      within(panel).getByRole('button', { name: 'More actions' }),
    );
    const link = await screen.findByRole('menuitem', { name: 'Copy link' });
    expect(panel).not.toContainElement(link);
    await user.keyboard('{End}');
    expect(link).toHaveFocus();
  });
});

describe('the statements of a task', () => {
  beforeEach(() => {
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    jest
      .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
      .mockReturnValue(32);
  });
  afterEach(() => jest.restoreAllMocks());

  it('are read where they are looked at, by page and by state', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask({ failedStatements: 1 })], {
      listStatements: async (_id, { state, offset = 0, limit = 0 }) =>
        state?.length
          ? { items: [FAILED], totalItems: 1 }
          : {
              items: Array.from({ length: limit }, (_, i) =>
                createStatement({
                  index: offset + i + 1,
                  line: offset + i + 1,
                  durationMs: 12,
                  affectedRows: 38,
                }),
              ),
              totalItems: 80_000,
            },
    });
    renderWithTaskCenter(<TaskPage taskId="t1" />, {
      api,
      url: '/?tab=statements',
    });

    expect(await screen.findByText('80,000 statements')).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Statements' });
    expect(table).toHaveAttribute('aria-rowcount', '80001');
    const shown = within(table).getAllByRole('row').length;
    expect(shown).toBeGreaterThan(15);
    expect(shown).toBeLessThan(60);
    const pages = api.listStatements.mock.calls.map(([, r]) => [
      r.offset,
      r.limit,
    ]);
    expect(pages).toEqual([[0, 200]]);

    await user.click(screen.getByRole('button', { name: /State/ }));
    await user.click(await screen.findByRole('option', { name: 'Failed' }));
    await user.keyboard('{Escape}');

    const row = await within(table).findByRole('row', { name: /Duplicate/ });
    await user.click(within(row).getByRole('button', { expanded: false }));
    expect(
      within(row).getByText("1062 Duplicate entry '7' for key 'PRIMARY'"),
    ).toBeInTheDocument();
  });

  it('unfold the warnings of the database', async () => {
    const user = userEvent.setup();
    const statements = [
      createStatement({
        warnings: 3,
        warningTexts: [
          { code: '1265', message: "Data truncated for column 'note'" },
          { message: 'Skipped' },
          { message: 'half way', notice: true },
        ],
      }),
      createStatement({ index: 2, text: 'CALL tidy()', warnings: 1 }),
      createStatement({ index: 3, text: 'SELECT 3', state: 'rolled-back' }),
    ];
    const api = createTaskCenterMock([createTask()], {
      listStatements: async () => ({ items: statements, totalItems: 3 }),
    });
    renderWithTaskCenter(<TaskPage taskId="t1" />, {
      api,
      url: '/?tab=statements&state=succeeded&state=nonsense',
    });

    const known = await screen.findByRole('row', { name: /3 warnings/ });
    expect(api.listStatements.mock.calls[0][1].state).toEqual(['succeeded']);
    await user.click(within(known).getByRole('button'));
    expect(known).toHaveTextContent(
      '3 warnings, the first 2 of them, 1 notice:',
    );
    expect(
      within(known)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(["1265 Data truncated for column 'note'", 'Skipped', 'half way']);

    const counted = screen.getByRole('row', { name: /1 warning/ });
    await user.click(within(counted).getByRole('button'));
    expect(counted).toHaveTextContent(
      '1 warning, of which the database gave the number only',
    );
    expect(screen.getByRole('row', { name: /SELECT 3/ })).toHaveTextContent(
      'rolled back',
    );
  });
});
