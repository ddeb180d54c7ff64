import { createServiceFactory } from '@backstage/backend-plugin-api';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import {
  startTaskCenter,
  TestTaskCenter,
} from './__testUtils__/startTaskCenter';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe('signals of what happens to tasks', () => {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-'));
  const publish = jest.fn();
  let taskCenter: TestTaskCenter;

  beforeAll(async () => {
    const filename = join(directory, 'shop.sqlite');
    new Database(filename).exec('CREATE TABLE t (id INTEGER)').close();
    taskCenter = await startTaskCenter({
      knex: await databases.init('SQLITE_3'),
      connections: {
        shop: {
          engine: 'sqlite',
          entityRef: 'resource:default/shop-db',
          connection: { filename },
        },
      },
      features: [
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({ publish }),
        }),
      ],
    });
  });

  beforeEach(() => {
    publish.mockReset();
    publish.mockResolvedValue(undefined);
  });

  afterAll(async () => {
    await taskCenter.stop();
    rmSync(directory, { recursive: true });
  });

  const told = () =>
    publish.mock.calls.flatMap(([{ message }]) => message.taskIds);

  async function expectToBeTold(id: string) {
    const before = publish.mock.calls.length;
    const until = Date.now() + 10_000;
    while (!told().slice(before).includes(id) && Date.now() < until) {
      await setTimeout(20);
    }
    expect(told()).toContain(id);
  }

  it('tell everybody which tasks have changed, and nothing else', async () => {
    const ada = taskCenter.as('ada');
    const { id } = await ada.create({ connection: 'shop', sql: 'SELECT 1' });
    await expectToBeTold(id);
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'task-center',
      message: { taskIds: [id] },
    });

    await ada.ended(id);
    // What its end has to tell may still be on its way.
    await setTimeout(1_500);
    publish.mockClear();
    await ada.delete(`/tasks/${id}`).expect(204);
    await expectToBeTold(id);
  });

  it('come once a second at most, however much happens', async () => {
    const ada = taskCenter.as('ada');
    const began = Date.now();
    const sql = Array.from(
      { length: 400 },
      (_, n) => `INSERT INTO t VALUES (${n})`,
    );
    const tasks = await Promise.all(
      [1, 2, 3, 4].map(() =>
        ada.run({ connection: 'shop', sql: sql.join(';') }),
      ),
    );
    for (const { id } of tasks) {
      expect(told().filter(each => each === id).length).toBeGreaterThan(0);
    }
    const seconds = (Date.now() - began) / 1_000;
    expect(publish.mock.calls.length).toBeLessThanOrEqual(seconds + 1);
  });

  it('may fail without harm', async () => {
    publish.mockRejectedValue(new Error('no events today'));
    const task = await taskCenter
      .as('ada')
      .run({ connection: 'shop', sql: 'SELECT 1' });
    expect(task.status).toBe('completed');
    await setTimeout(1_200);
    expect(publish).toHaveBeenCalled();
  });
});
