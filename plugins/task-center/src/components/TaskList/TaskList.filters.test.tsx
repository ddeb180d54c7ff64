import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Task } from 'backstage-plugin-task-center-common';
import {
  createConnection,
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { TaskList } from './TaskList';

const CONNECTIONS = [createConnection()];
const currentUrl = () => screen.getByLabelText('URL').textContent;

function render(api: ReturnType<typeof createTaskCenterMock>, url = '/') {
  return renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, {
    api,
    url,
  });
}

describe('the filters of TaskList', () => {
  it('begin with one’s own tasks where one has any', async () => {
    const api = createTaskCenterMock([createTask()]);
    render(api, '/?task=t1');
    await waitFor(() => expect(currentUrl()).toBe('/?task=t1&createdBy=me'));
    await waitFor(() =>
      expect(api.listTasks.mock.calls.map(([r]) => r)).toEqual([
        { createdBy: 'user:default/ada', limit: 1 },
        expect.objectContaining({ createdBy: 'user:default/ada', limit: 25 }),
      ]),
    );
  });

  it('begin with the tasks of all where one has none', async () => {
    const others = createTask({ createdBy: 'user:default/grace' });
    const api = createTaskCenterMock([], {
      listTasks: async ({ createdBy }) =>
        createdBy
          ? { items: [], totalItems: 0 }
          : { items: [others], totalItems: 1 },
    });
    render(api);
    await screen.findByRole('row', { name: /Backfill/ });
    expect(currentUrl()).toBe('/');
  });

  it('are as they were left, but for days and page', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()]);
    const before = render(
      api,
      '/?createdBy=me&page=2&createdAfter=2026-11-22T08:00:00.000Z&createdBefore=2026-11-23T08:00:00.000Z',
    );
    await user.click(await screen.findByRole('button', { name: /Status/ }));
    await user.click(await screen.findByRole('option', { name: 'Failed' }));
    await waitFor(() => expect(currentUrl()).toContain('status=failed'));
    before.unmount();

    render(api);
    await waitFor(() =>
      expect(currentUrl()).toBe('/?status=failed&createdBy=me'),
    );
  });

  it('go back to everything for good when they are cleared', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([]);
    const before = render(api, '/?createdBy=me&created=7d');
    await user.click(
      await screen.findByRole('button', { name: 'Clear all filters' }),
    );
    expect(currentUrl()).toBe('/');
    before.unmount();

    render(api);
    await screen.findByText('No tasks yet');
    expect(currentUrl()).toBe('/');
  });

  it('show whose tasks and of which days, and take them back', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()]);
    render(
      api,
      '/?createdBy=user:default/grace&createdAfter=2026-11-21T08:00:00.000Z&createdBefore=2026-11-22T09:00:00.000Z',
    );
    await screen.findByRole('row', { name: /Backfill/ });
    expect(api.listTasks.mock.calls[0][0]).toMatchObject({
      createdBy: 'user:default/grace',
      createdAfter: '2026-11-21T08:00:00.000Z',
      createdBefore: '2026-11-22T09:00:00.000Z',
    });
    expect(screen.getByRole('combobox', { name: 'Created by' })).toHaveValue(
      'grace',
    );
    expect(
      screen.getByRole('group', { name: /From day to day/ }),
    ).toBeInTheDocument();

    await user.click(screen.getByRole('radio', { name: 'All' }));
    await user.click(screen.getByRole('button', { name: /day Created$/ }));
    await user.click(
      await screen.findByRole('option', { name: 'Created any time' }),
    );
    await waitFor(() => expect(currentUrl()).toBe('/'));
  });
});

describe('filters of TaskList that an address gives', () => {
  it('show a time without an end up to now', async () => {
    const api = createTaskCenterMock([createTask()]);
    render(api, '/?createdAfter=2026-11-21T08:00:00.000Z');
    const days = await screen.findByRole('group', { name: /From day to day/ });
    const parts = within(days).getAllByRole('spinbutton');
    expect(parts.filter(each => each.dataset.placeholder)).toEqual([]);
    expect(days).toHaveTextContent(/2026/);
    expect(screen.queryByText(/^before /)).toBeNull();
  });

  it('say before when, where there is no beginning', async () => {
    const api = createTaskCenterMock([createTask()]);
    render(api, '/?createdBefore=2026-11-21T08:00:00.000Z');
    expect(await screen.findByText(/^before 21 Nov 2026/)).toBeInTheDocument();
  });

  it('find no tasks of somebody who is nobody', async () => {
    const api = createTaskCenterMock([createTask()]);
    renderWithTaskCenter(<TaskList connections={CONNECTIONS} />, {
      api,
      url: '/?createdBy=me',
      user: '',
    });
    expect(await screen.findByText('No task matches')).toBeInTheDocument();
    expect(api.listTasks).not.toHaveBeenCalled();
  });
});

describe('several tasks of TaskList', () => {
  const running = createTask({
    id: 'r',
    name: 'Running one',
    status: 'running',
    actions: ['abort'],
  });
  const ended = [1, 2, 3].map(n =>
    createTask({ id: `e${n}`, name: `Ended ${n}`, actions: ['delete'] }),
  );

  async function select(tasks: Task[], user = userEvent.setup()) {
    for (const { name } of tasks) {
      const row = await screen.findByRole('row', { name: new RegExp(name) });
      await user.click(within(row).getByRole('checkbox'));
    }
    return user;
  }

  it('are deleted after a question that names them and what it leaves', async () => {
    const api = createTaskCenterMock([running, ...ended]);
    const deleted: string[] = [];
    api.deleteTask.mockImplementation(async id => {
      if (id === 'e2' && api.deleteTask.mock.calls.length === 2) {
        throw new Error('It is busy');
      }
      deleted.push(id);
    });
    render(api, '/?pageSize=25');
    const user = await select([running, ended[0], ended[1]]);
    expect(screen.queryByRole('dialog')).toBeNull();

    const toolbar = screen.getByRole('toolbar', { name: /selected tasks/ });
    expect(within(toolbar).getByText('3 selected')).toBeInTheDocument();
    await user.click(within(toolbar).getByRole('button', { name: 'Delete 2' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Delete 2 tasks?',
    });
    expect(dialog).toHaveTextContent(/Ended 1.*Ended 2/);
    expect(dialog).toHaveTextContent(/1 more is selected that has not ended/);
    expect(api.deleteTask).not.toHaveBeenCalled();

    api.listTasks.mockResolvedValue({
      items: [running, ...ended.slice(1)],
      totalItems: 3,
    });
    await user.click(
      within(dialog).getByRole('button', { name: 'Delete 2 tasks' }),
    );
    expect(
      await within(dialog).findByText(/It worked for 1 of 2/),
    ).toBeInTheDocument();
    expect(within(dialog).getByText('It is busy.')).toBeInTheDocument();
    expect(screen.getByText('1 task deleted')).toBeInTheDocument();
    expect(deleted).toEqual(['e1']);

    api.listTasks.mockResolvedValue({ items: ended.slice(2), totalItems: 1 });
    await user.click(
      within(dialog).getByRole('button', { name: 'Delete 1 task' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(deleted).toEqual(['e1', 'e2']);
    const list = screen.getByRole('region', { name: 'Tasks' });
    await waitFor(() =>
      expect(list).toContainElement(document.activeElement as HTMLElement),
    );
  });

  it('are aborted, and chosen no more once they have left the page', async () => {
    const api = createTaskCenterMock([running, ...ended]);
    api.abortTask.mockResolvedValue(running);
    render(api, '/?pageSize=25');
    const user = await select([running]);
    await user.click(screen.getByRole('button', { name: 'Abort 1' }));
    const dialog = await screen.findByRole('dialog', { name: 'Abort 1 task?' });
    api.listTasks.mockResolvedValue({ items: ended, totalItems: 3 });
    await user.click(
      within(dialog).getByRole('button', { name: 'Abort 1 task' }),
    );
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
    expect(api.abortTask.mock.calls).toEqual([['r']]);
  });

  it('are not chosen again when one comes back to their page', async () => {
    const api = createTaskCenterMock(ended);
    api.listTasks.mockImplementation(async ({ offset }) => ({
      items: offset ? ended.slice(1) : ended.slice(0, 1),
      totalItems: 12,
    }));
    render(api, '/?pageSize=10');
    const user = await select([ended[0]]);
    expect(screen.getByText('1 selected')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /next/i }));
    await screen.findByRole('row', { name: /Ended 2/ });
    await user.click(screen.getByRole('button', { name: /previous/i }));
    await screen.findByRole('row', { name: /Ended 1/ });
    expect(screen.queryByText('1 selected')).toBeNull();
  });
});
