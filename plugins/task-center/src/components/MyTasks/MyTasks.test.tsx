import { screen, waitFor, within } from '@testing-library/react';
import { SidebarPage, Sidebar } from '@backstage/core-components';
import {
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { taskChanges } from '../../api/taskChanges';
import { MyRunningTasks } from './MyRunningTasks';
import { TaskCenterSidebarItem } from './TaskCenterSidebarItem';

const RUNNING = createTask({
  status: 'running',
  succeededStatements: 1_000,
});

describe('MyRunningTasks', () => {
  it('shows what is under way, and how many more there are', async () => {
    const api = createTaskCenterMock([], {
      listTasks: async () => ({ items: [RUNNING], totalItems: 7 }),
    });
    renderWithTaskCenter(<MyRunningTasks />, { api });

    const list = await screen.findByRole('list', {
      name: 'Your tasks that are under way',
    });
    expect(within(list).getByText('1,000 / 5,000')).toBeInTheDocument();
    expect(list).toHaveTextContent('Shop orders · ');
    expect(screen.getByText('and 2 more')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All my tasks' })).toHaveAttribute(
      'href',
      '/task-center/tasks?createdBy=me',
    );
    expect(api.listTasks.mock.calls[0][0]).toEqual({
      createdBy: 'user:default/ada',
      status: ['preparing', 'running'],
      limit: 5,
    });
  });

  it('says that nothing is', async () => {
    renderWithTaskCenter(<MyRunningTasks />, { api: createTaskCenterMock([]) });
    expect(
      await screen.findByText('None of your tasks is under way.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'New task' })).toBeInTheDocument();
  });
});

describe('TaskCenterSidebarItem', () => {
  const sidebar = (
    <SidebarPage>
      <Sidebar>
        <TaskCenterSidebarItem />
      </Sidebar>
    </SidebarPage>
  );

  it('leads to the Task Center, and counts', async () => {
    const api = createTaskCenterMock([], {
      listTasks: async () => ({ items: [RUNNING], totalItems: 120 }),
    });
    renderWithTaskCenter(sidebar, { api });

    const item = await screen.findByRole('link', { name: /Task Center/ });
    expect(item).toHaveAttribute('href', '/task-center/tasks');
    await waitFor(() =>
      expect(item).toHaveAccessibleName(/120 of your tasks are under way/),
    );
    expect(
      within(item).getByTitle('120 of your tasks are under way'),
    ).toHaveAttribute('data-count', '99+');
  });

  it('counts anew when a task has changed in this tab', async () => {
    let totalItems = 0;
    const api = createTaskCenterMock([], {
      listTasks: async () => ({ items: [], totalItems }),
    });
    renderWithTaskCenter(sidebar, { api });
    const item = await screen.findByRole('link', { name: 'Task Center' });
    await waitFor(() => expect(api.listTasks).toHaveBeenCalledTimes(1));

    totalItems = 1;
    taskChanges.tell();
    taskChanges.tell();
    await waitFor(() =>
      expect(item).toHaveAccessibleName(/1 of your tasks is under way/),
    );
    expect(api.listTasks).toHaveBeenCalledTimes(2);
  });

  it('counts nothing where there is nothing', async () => {
    const api = createTaskCenterMock([]);
    renderWithTaskCenter(sidebar, { api });

    const item = await screen.findByRole('link', { name: /Task Center/ });
    await waitFor(() => expect(api.listTasks).toHaveBeenCalled());
    expect(item).toHaveAccessibleName('Task Center');
  });
});
