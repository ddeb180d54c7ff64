import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  createActivity,
  createBucket,
  createConnection,
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { EntityTasksCard } from './EntityTasksCard';

const DATABASE = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'shop-db', namespace: 'default' },
  spec: { type: 'database' },
};
const card = (
  <EntityProvider entity={DATABASE}>
    <EntityTasksCard />
  </EntityProvider>
);
const currentUrl = () =>
  decodeURIComponent(screen.getByLabelText('URL').textContent ?? '');

describe('EntityTasksCard', () => {
  it('shows the last tasks and leads to the others', async () => {
    const api = createTaskCenterMock([
      createTask({ failedStatements: 3 }),
      createTask({ id: 't2', name: 'Monthly report' }),
    ]);
    renderWithTaskCenter(card, { api });

    const tasks = await screen.findByRole('list', { name: 'The last tasks' });
    expect(
      within(tasks).getByRole('link', { name: 'Monthly report' }),
    ).toHaveAttribute('href', '/task-center/tasks/t2');
    expect(within(tasks).getByText('Completed, 3 failed')).toBeInTheDocument();
    expect(api.listTasks.mock.calls[0][0]).toEqual({
      connection: ['shop'],
      limit: 5,
    });
    expect(screen.getByRole('link', { name: 'New task' })).toHaveAttribute(
      'href',
      '/task-center/tasks/new?connection=shop',
    );
    expect(screen.getByRole('link', { name: 'All tasks' })).toHaveAttribute(
      'href',
      '/task-center/tasks?connection=shop',
    );
  });

  it('shows how each day went, and lists its tasks', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([], {
      getActivity: async () =>
        createActivity({
          buckets: [
            createBucket(0),
            createBucket(1, { completed: 4, failed: 1 }),
            createBucket(2, { completed: 4 }),
          ],
        }),
    });
    renderWithTaskCenter(card, { api });

    const ticks = await screen.findByRole('toolbar', {
      name: 'Health by day, last 30 days',
    });
    const days = await within(ticks).findAllByRole('button');
    expect(days.map(day => day.getAttribute('aria-label'))).toEqual([
      'Sun 22 Nov: no tasks',
      'Sun 22 Nov: 4 completed, 1 failed',
      'Sun 22 Nov: 4 completed',
    ]);
    const seriesOf = (day: HTMLElement) =>
      [...day.querySelectorAll('[data-series]')].map(part =>
        part.getAttribute('data-series'),
      );
    expect(days.map(seriesOf)).toEqual([
      [],
      ['completed', 'failed'],
      ['completed'],
    ]);
    expect(api.getActivity.mock.calls[0][0]).toMatchObject({
      step: '1d',
      connection: ['shop'],
    });
    expect(await screen.findByText(/No task has run here/)).toBeInTheDocument();

    await user.click(days[1]);
    expect(currentUrl()).toBe(
      '/task-center/tasks?connection=shop&createdAfter=2026-11-22T01:00:00.000Z&createdBefore=2026-11-22T02:00:00.000Z',
    );
  });

  it('says that there is no connection, and asks for no tasks', async () => {
    const api = createTaskCenterMock([createTask()], {
      listConnections: async () => [
        createConnection({ entityRef: 'resource:default/ledger-db' }),
      ],
    });
    renderWithTaskCenter(card, { api });

    expect(
      await screen.findByText('No connection to this database'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link')).toBeNull();
    expect(api.listTasks).not.toHaveBeenCalled();
    expect(api.getActivity).not.toHaveBeenCalled();
  });

  it('says why there is nothing, and tries again', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()]);
    api.listTasks.mockRejectedValueOnce(new Error('The backend is away'));
    renderWithTaskCenter(card, { api });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The tasks could not be loaded.*The backend is away/,
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: /Backfill/ }),
    ).toBeInTheDocument();
  });
});
