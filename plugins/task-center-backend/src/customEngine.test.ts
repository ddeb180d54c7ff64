import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  DatabaseEngine,
  DatabaseError,
  taskCenterEnginesExtensionPoint,
} from 'backstage-plugin-task-center-node';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { startTaskCenter } from './__testUtils__/startTaskCenter';

const databases = createTestDatabases();
jest.setTimeout(60_000);

/** An engine that misbehaves as its statements tell it to. */
const engine: DatabaseEngine = {
  id: 'odd',
  dialect: 'mysql',
  describe: () => ({}),
  endOrphanedSession: async () => {},
  openSession: async () => ({
    id: 'a session',
    description: 'an odd database',
    isOpen: true,
    async execute(sql) {
      if (sql === 'BREAK') {
        throw new TypeError('secret details of the engine');
      }
      if (sql === 'HANG') {
        await new Promise(() => {});
      }
      return { affectedRows: 1 };
    },
    cancel: async () => {
      throw new DatabaseError('the server does not answer');
    },
    close: async () => {},
  }),
};

const oddEngineModule = createBackendModule({
  pluginId: 'task-center',
  moduleId: 'odd-engine',
  register(env) {
    env.registerInit({
      deps: { engines: taskCenterEnginesExtensionPoint },
      async init({ engines }) {
        engines.addEngine(engine);
      },
    });
  },
});

describe('an engine that a module adds', () => {
  async function start() {
    const knex = await databases.init('SQLITE_3');
    const taskCenter = await startTaskCenter({
      knex,
      connections: {
        shop: {
          engine: 'odd',
          entityRef: 'resource:default/shop-db',
          connection: {},
        },
      },
      config: { worker: { shutdownGrace: { milliseconds: 100 } } },
      features: [oddEngineModule],
    });
    return { knex, taskCenter, ada: taskCenter.as('ada') };
  }

  it('runs tasks, and a statement that it breaks at is unknown, not skipped', async () => {
    const { taskCenter, ada } = await start();
    const good = await ada.run({ sql: 'GO; GO' });
    expect(good).toMatchObject({ status: 'completed', affectedRows: 2 });

    const task = await ada.run({
      sql: 'GO; BREAK; GO',
      errorHandling: 'continue',
    });

    expect(task).toMatchObject({
      status: 'failed',
      failure: { code: 'internal-error', statement: 2 },
    });
    const { body } = await ada.get(`/tasks/${task.id}/statements`);
    expect(body.items.map((statement: any) => statement.state)).toEqual([
      'succeeded',
      'unknown',
      'skipped',
    ]);
    const log = await ada.download(`/tasks/${task.id}/logs/download`);
    expect(JSON.stringify(task) + log).not.toContain('secret details');
    await taskCenter.stop();
  });

  it('does not hold up the end of the backend when it cannot end a statement', async () => {
    const { knex, taskCenter, ada } = await start();
    const task = await ada.create({ sql: 'HANG' });
    for (;;) {
      const { body } = await ada.get(`/tasks/${task.id}`);
      if (body.status === 'running') {
        break;
      }
    }

    await taskCenter.stop();

    // Not confirmed, so not said to be over: recovery does that when the lease has run out.
    const row = await knex('tasks').where({ id: task.id }).first();
    expect(row.status).toBe('running');
  });
});
