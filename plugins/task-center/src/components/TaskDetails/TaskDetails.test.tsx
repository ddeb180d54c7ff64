import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TaskStatement } from 'backstage-plugin-task-center-common';
import {
  createConnection,
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
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
    const api = createTaskCenterMock([running]);
    api.abortTask.mockImplementation(async () => {
      const aborting = { ...running, abortRequestedAt: running.createdAt };
      api.getTask.mockResolvedValueOnce(aborting);
      api.getTask.mockResolvedValue(createTask({ status: 'aborted' }));
      return aborting;
    });
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    await user.click(await screen.findByRole('button', { name: 'Abort' }));
    await user.click(screen.getByRole('button', { name: 'Abort task' }));

    expect(await screen.findByText('Aborting…')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Abort' })).toBeNull();
    expect(await screen.findByText('Aborted')).toBeInTheDocument();
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
    expect(await screen.findByTitle('took')).toHaveTextContent(/^took 0.4 s$/);
  });

  it('say that a connection is not there any more', async () => {
    const api = createTaskCenterMock([createTask({ connection: 'gone' })]);
    renderWithTaskCenter(<TaskPage taskId="t1" />, { api });

    expect(await findFact('Connection')).toHaveTextContent('gone');
    expect(await screen.findAllByText('not available')).toHaveLength(2);
    expect(
      screen.queryByRole('link', { name: 'New task from this' }),
    ).toBeNull();
    expect(screen.getByRole('button', { name: 'Delete' })).toBeEnabled();
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
    expect(screen.getByRole('link', { name: 'All tasks' })).toHaveAttribute(
      'href',
      '/task-center/tasks',
    );
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
});
