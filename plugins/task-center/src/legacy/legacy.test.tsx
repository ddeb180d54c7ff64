import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { AlertDisplay, Sidebar, SidebarPage } from '@backstage/core-components';
import { createApiFactory } from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
  catalogPlugin,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import { Task } from 'backstage-plugin-task-center-common';
import { createTask, createTaskCenterMock } from '../__testUtils__';
import { taskCenterApiRef } from '../api';
import {
  EntityTasksCard,
  EntityTasksContent,
  HomePageMyRunningTasks,
  TaskCenterPage,
  TaskCenterSidebarItem,
  TaskWatcher,
  taskCenterPlugin,
} from '../legacy';

jest.setTimeout(60_000);

const DATABASE = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'shop-db', namespace: 'default' },
  spec: { type: 'database' },
};
const CONFIG = {
  app: { baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost:7007' },
};

const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <EntityTasksCard />
    </EntityLayout.Route>
    <EntityLayout.Route path="/tasks" title="Tasks">
      <EntityTasksContent />
    </EntityLayout.Route>
  </EntityLayout>
);

/** A portal as the old frontend system's template makes it. */
async function openPortal(path: string, tasks: Task[]) {
  window.history.replaceState(undefined, '', path);
  const api = createTaskCenterMock(tasks);
  const app = createApp({
    configLoader: async () => [{ context: 'test', data: CONFIG }],
    apis: [
      createApiFactory(taskCenterApiRef, api),
      createApiFactory(catalogApiRef, catalogApiMock({ entities: [DATABASE] })),
    ],
    plugins: [catalogPlugin, taskCenterPlugin],
  });
  const Portal = app.createRoot(
    <>
      <AlertDisplay />
      <AppRouter>
        <TaskWatcher />
        <SidebarPage>
          <Sidebar>
            <TaskCenterSidebarItem />
          </Sidebar>
          <FlatRoutes>
            <Route path="/home" element={<HomePageMyRunningTasks />} />
            <Route path="/catalog" element={<CatalogIndexPage />} />
            <Route path="/task-center/tasks" element={<TaskCenterPage />} />
            <Route
              path="/catalog/:namespace/:kind/:name"
              element={<CatalogEntityPage />}
            >
              {entityPage}
            </Route>
          </FlatRoutes>
        </SidebarPage>
      </AppRouter>
    </>,
  );
  render(<Portal />);
  return api;
}

const address = () => `${window.location.pathname}${window.location.search}`;

describe('Task Center in the old frontend system', () => {
  beforeEach(() => localStorage.clear());

  it('has the page with all that is below it', async () => {
    const user = userEvent.setup();
    await openPortal('/task-center/tasks', [createTask()]);

    const row = await screen.findByRole(
      'row',
      { name: /Backfill/ },
      { timeout: 10_000 },
    );
    expect(
      within(row).getByRole('link', { name: 'Shop orders' }),
    ).toHaveAttribute('href', '/catalog/default/resource/shop-db');
    expect(screen.getAllByRole('main')).toHaveLength(1);

    await user.click(screen.getByRole('link', { name: 'New task' }));
    expect(
      await screen.findByRole('form', { name: 'New task' }),
    ).toBeInTheDocument();
    expect(address()).toMatch(/^\/task-center\/tasks\/new/);
  });

  it('has the card and the tab on the page of a database', async () => {
    const user = userEvent.setup();
    const api = await openPortal('/catalog/default/resource/shop-db', [
      createTask(),
    ]);

    const tasks = await screen.findByRole(
      'list',
      { name: 'The last tasks' },
      { timeout: 10_000 },
    );
    expect(
      within(tasks).getByRole('link', { name: /Backfill/ }),
    ).toHaveAttribute('href', '/task-center/tasks/t1');
    const all = screen.getByRole('link', { name: 'All tasks' });
    expect(all).toHaveAttribute(
      'href',
      '/catalog/default/resource/shop-db/tasks',
    );

    await user.click(all);
    expect(
      await screen.findByRole('row', { name: /Backfill/ }),
    ).toBeInTheDocument();
    expect(api.listTasks.mock.lastCall?.[0].connection).toEqual(
      expect.arrayContaining(['shop']),
    );
  });

  it('has the widget and the count in the sidebar', async () => {
    const running = createTask({
      status: 'running',
      succeededStatements: 1_000,
    });
    await openPortal('/home', [running]);

    const widget = await screen.findByRole(
      'list',
      { name: 'Your tasks that are under way' },
      { timeout: 10_000 },
    );
    expect(within(widget).getByText('1,000 / 5,000')).toBeInTheDocument();
    expect(
      screen.getByText('My running tasks', { exact: true }),
    ).toBeInTheDocument();
    const item = screen.getByRole('link', { name: /Task Center/ });
    expect(item).toHaveAttribute('href', '/task-center/tasks');
    expect(item).toHaveAccessibleName(/1 of your tasks is under way/);
  });

  it('tells when a task has ended that is watched', async () => {
    const user = userEvent.setup();
    const running = createTask({ status: 'running' });
    const api = await openPortal('/task-center/tasks/t1', [running]);

    await user.click(
      await screen.findByRole(
        'button',
        { name: 'Notify me when it ends' },
        { timeout: 10_000 },
      ),
    );
    api.getTask.mockResolvedValue(createTask({ failedStatements: 3 }));
    expect(
      await screen.findByText(
        '“Backfill order prices”: Completed, 3 failed',
        undefined,
        { timeout: 15_000 },
      ),
    ).toBeInTheDocument();
  });
});
