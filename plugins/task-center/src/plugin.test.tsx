import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { createTask, createTaskCenterMock } from './__testUtils__';
import plugin from './plugin';

function renderPortal(path: string) {
  renderTestApp({
    features: [plugin],
    apis: [
      createTaskCenterMock([createTask()]),
      mockApis.fetch({
        baseImplementation: async () => new Response(null, { status: 404 }),
      }),
    ],
    initialRouteEntries: [path],
  });
}

describe('the Task Center plugin', () => {
  it('leads from its page to the list of tasks', async () => {
    renderPortal('/task-center');

    expect(
      await screen.findByRole('row', { name: /Backfill/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('tab', { name: 'Asynchronous Execution' }),
    ).toHaveAttribute('href', '/task-center/tasks');
  });

  it('has a page for a task', async () => {
    renderPortal('/task-center/tasks/t1');

    expect(
      await screen.findByRole('heading', { name: 'Backfill order prices' }),
    ).toBeInTheDocument();
  });

  it('has a page for a new task', async () => {
    renderPortal('/task-center/tasks/new');

    expect(
      await screen.findByRole('button', { name: 'Run task' }),
    ).toBeInTheDocument();
  });
});
