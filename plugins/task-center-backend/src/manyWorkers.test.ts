import { Knex } from 'knex';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { createTestMariadb, TestMariadb } from './__testUtils__/mariadb';
import {
  startTaskCenter,
  TestTaskCenter,
} from './__testUtils__/startTaskCenter';

const databases = createTestDatabases();
const postgres = databases
  .eachSupportedId()
  .flat()
  .filter(id => id.startsWith('POSTGRES'));
jest.setTimeout(60_000);

describe.each(postgres)('several backends on one %p', databaseId => {
  let mariadb: TestMariadb;
  let knex: Knex;
  let backends: TestTaskCenter[];

  beforeEach(async () => {
    mariadb = await createTestMariadb();
    knex = await databases.init(databaseId);
    backends = [];
  });

  afterEach(async () => {
    await Promise.all(backends.map(backend => backend.stop()));
    await mariadb.drop();
  });

  /** A backend that looks for tasks when it is told to, and otherwise hardly ever. */
  async function start(worker: object = {}): Promise<TestTaskCenter> {
    const { host, port, user, password, database } = mariadb;
    const backend = await startTaskCenter({
      knex,
      connections: {
        shop: {
          engine: 'mysql',
          entityRef: 'resource:default/shop-db',
          connection: { host, port, user, password, database },
          maxConcurrentTasks: 1,
        },
      },
      config: {
        worker: {
          pollInterval: { hours: 1 },
          shutdownGrace: { milliseconds: 0 },
          ...worker,
        },
      },
    });
    backends.push(backend);
    return backend;
  }

  it('run what another one was given, at once', async () => {
    const front = (await start({ enabled: false })).as('ada');
    await start();
    expect(await front.run({ sql: 'SELECT 1' })).toMatchObject({
      status: 'completed',
    });
  });

  it('abort what another one runs', async () => {
    const front = (await start({ enabled: false })).as('ada');
    await start();
    const { id } = await front.create({ sql: 'SELECT SLEEP(300)' });
    while ((await front.get(`/tasks/${id}`)).body.status !== 'running') {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    await front.post(`/tasks/${id}/abort`).expect(202);
    expect(await front.ended(id)).toMatchObject({ status: 'aborted' });
  });

  it('take over the places of one that is stopped, at once', async () => {
    const stopping = await start();
    const ada = stopping.as('ada');
    const first = await ada.create({ sql: 'SELECT SLEEP(300)' });
    while ((await ada.get(`/tasks/${first.id}`)).body.status !== 'running') {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    const staying = (await start()).as('ada');
    const second = await staying.create({ sql: 'SELECT 1' });
    expect((await staying.get(`/tasks/${second.id}`)).body.waiting).toEqual({
      cause: 'connection-busy',
      position: 1,
    });

    await stopping.stop();
    expect(await staying.ended(first.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'shutdown' },
    });
    expect(await staying.ended(second.id)).toMatchObject({
      status: 'completed',
    });
  });
});
