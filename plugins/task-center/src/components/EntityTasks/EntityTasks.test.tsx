import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  createConnection,
  createTask,
  createTaskCenterMock,
  renderWithTaskCenter,
} from '../../__testUtils__';
import { EntityTasks } from './EntityTasks';
import { mayHaveDatabases } from './findDatabases';

const DATABASE = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'shop-db', namespace: 'default' },
  spec: { type: 'database' },
};

const OTHER = createConnection({
  id: 'ledger',
  title: 'Ledger',
  entityRef: 'resource:default/ledger-db',
});

const COMPONENT = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  relations: [{ type: 'dependsOn', targetRef: 'resource:default/shop-db' }],
};

const SYSTEM = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'shop', namespace: 'default' },
  relations: [
    { type: 'hasPart', targetRef: 'component:default/checkout' },
    { type: 'hasPart', targetRef: 'resource:default/Ledger-DB' },
  ],
};

const page = (
  <EntityProvider entity={DATABASE}>
    <EntityTasks />
  </EntityProvider>
);

describe('EntityTasks', () => {
  it.each([
    '/catalog/default/resource/shop-db/tasks',
    '/catalog/default/resource/shop-db/tasks?connection=ledger',
    '/catalog/default/resource/shop-db/tasks?connection=',
  ])(
    'lists the tasks of the connection that is bound to the entity, at %s',
    async url => {
      const api = createTaskCenterMock([createTask()], {
        listConnections: async () => [OTHER, createConnection()],
      });
      renderWithTaskCenter(page, { api, url });

      expect(
        await screen.findByRole('row', { name: /Backfill/ }),
      ).toBeInTheDocument();
      expect(api.listTasks.mock.calls.map(([r]) => r.connection)).toEqual([
        ['shop'],
      ]);
      expect(
        screen.getByRole('columnheader', { name: 'Connection' }),
      ).toBeInTheDocument();
      expect(screen.getByRole('link', { name: 'New task' })).toHaveAttribute(
        'href',
        '/task-center/tasks/new?connection=shop',
      );
    },
  );

  it('lets the person choose among several connections of the entity', async () => {
    const user = userEvent.setup();
    const api = createTaskCenterMock([createTask()], {
      listConnections: async () => [
        createConnection(),
        createConnection({ id: 'shop-admin', title: 'Shop, as admin' }),
      ],
    });
    renderWithTaskCenter(page, { api });

    await user.click(await screen.findByRole('button', { name: /Connection/ }));
    await user.click(
      await screen.findByRole('option', { name: 'Shop, as admin' }),
    );

    await screen.findByRole('row', { name: /Backfill/ });
    expect(api.listTasks).toHaveBeenLastCalledWith(
      expect.objectContaining({ connection: 'shop-admin' }),
      expect.anything(),
    );
  });

  it('lists the tasks of all databases that a system has or its components depend on', async () => {
    const api = createTaskCenterMock([createTask()], {
      listConnections: async () => [
        createConnection(),
        OTHER,
        createConnection({
          id: 'far',
          entityRef: 'resource:default/far-db',
        }),
      ],
    });
    renderWithTaskCenter(
      <EntityProvider entity={SYSTEM}>
        <EntityTasks />
      </EntityProvider>,
      { api, entities: [COMPONENT] },
    );

    expect(
      await screen.findByRole('row', { name: /Backfill/ }),
    ).toBeInTheDocument();
    expect(api.listTasks.mock.calls.map(([r]) => r.connection)).toEqual([
      ['shop', 'ledger'],
    ]);
    expect(
      screen.getByRole('columnheader', { name: 'Connection' }),
    ).toBeInTheDocument();
  });

  it('says that nothing depends on a database', async () => {
    const api = createTaskCenterMock([createTask()], {
      listConnections: async () => [OTHER],
    });
    renderWithTaskCenter(
      <EntityProvider entity={COMPONENT}>
        <EntityTasks />
      </EntityProvider>,
      { api },
    );

    expect(
      await screen.findByText('No database that tasks can run on'),
    ).toBeInTheDocument();
  });

  it('is offered where there can be databases', () => {
    expect(mayHaveDatabases(SYSTEM)).toBe(true);
    expect(mayHaveDatabases(COMPONENT)).toBe(true);
    expect(mayHaveDatabases(DATABASE)).toBe(false);
    expect(mayHaveDatabases({ ...SYSTEM, relations: [] })).toBe(false);
    expect(
      mayHaveDatabases({
        ...COMPONENT,
        relations: [
          { type: 'dependsOn', targetRef: 'component:default/other' },
        ],
      }),
    ).toBe(false);
  });

  it('says how tasks can come to a database without a connection', async () => {
    const api = createTaskCenterMock([createTask()], {
      listConnections: async () => [OTHER],
    });
    renderWithTaskCenter(page, { api });

    expect(
      await screen.findByText('No connection to this database'),
    ).toBeInTheDocument();
    expect(screen.getByText('resource:default/shop-db')).toBeInTheDocument();
    expect(api.listTasks).not.toHaveBeenCalled();
  });
});
