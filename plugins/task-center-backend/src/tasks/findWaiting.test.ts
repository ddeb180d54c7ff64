import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertTask } from '../__testUtils__/insertTask';
import { applyMigrations } from '../database';
import { findWaiting } from './findWaiting';

const databases = createTestDatabases();
jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('findWaiting in %p', databaseId => {
  /** Why tasks wait that were created on these connections, while others run on those. */
  async function causes(
    waiting: string[],
    running: string[],
    options: { ageMs: number } = { ageMs: 0 },
  ) {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    for (const [index, connection] of running.entries()) {
      const worker = { worker_id: 'w', lease_expires_at: 9_999_999_999_999 };
      const id = `running-${index}`;
      await insertTask(knex, { id, connection, status: 'running', ...worker });
    }
    const rows = [];
    for (const [index, connection] of waiting.entries()) {
      const id = `waiting-${index}`;
      const created_at = Date.now() - options.ageMs + index;
      const columns = { id, connection, created_at };
      rows.push(await insertTask(knex, columns));
    }
    const places = new Map([
      ['narrow', 1],
      ['wide', 3],
    ]);
    const found = await findWaiting(knex, rows, places);
    return rows.map(({ id }) => found.get(id));
  }

  it('says that a new task is about to start where there is a place for it', async () => {
    expect(await causes(['wide', 'wide'], [])).toEqual([
      { cause: 'starting' },
      { cause: 'starting' },
    ]);
  });

  it('names the connection that has no place left for it', async () => {
    expect(await causes(['narrow', 'narrow'], [])).toEqual([
      { cause: 'starting' },
      { cause: 'connection-busy', position: 2 },
    ]);
    expect(await causes(['narrow', 'wide'], ['narrow'])).toEqual([
      { cause: 'connection-busy', position: 1 },
      { cause: 'starting' },
    ]);
  });

  it('says that no worker is free when none takes what the connection could run', async () => {
    const options = { ageMs: 60_000 };
    const waiting = ['wide', 'narrow', 'narrow'];
    expect(await causes(waiting, ['wide'], options)).toEqual([
      { cause: 'worker-busy', position: 1 },
      { cause: 'worker-busy', position: 1 },
      { cause: 'connection-busy', position: 2 },
    ]);
    expect(await causes(['gone'], [], options)).toEqual([
      { cause: 'worker-busy', position: 1 },
    ]);
  });
});
