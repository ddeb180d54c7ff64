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

/** Takes SQLite half a minute. */
const SLOW = `WITH RECURSIVE n (i) AS (
  SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000000
) SELECT count(*) FROM n`;

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

  /** Waits until the next one. */
  async function expectSignal() {
    const until = Date.now() + 10_000;
    while (publish.mock.calls.length === 0 && Date.now() < until) {
      await setTimeout(20);
    }
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'task-center',
      message: {},
    });
    publish.mockClear();
  }

  /** Longer than the pause between two of them. */
  async function expectSilence() {
    await setTimeout(1_500);
    expect(publish).not.toHaveBeenCalled();
  }

  /** Also what is still on its way. */
  async function forgetAll() {
    await setTimeout(1_500);
    publish.mockClear();
  }

  it('tell that one has come, ended or gone, and nothing else', async () => {
    const ada = taskCenter.as('ada');
    const { id } = await ada.create({ connection: 'shop', sql: SLOW });
    await expectSignal();
    while ((await ada.get(`/tasks/${id}`)).body.status !== 'running') {
      await setTimeout(20);
    }
    await forgetAll();
    await expectSilence();

    await ada.post(`/tasks/${id}/abort`).expect(202);
    await expectSignal();
    await ada.ended(id);
    await forgetAll();

    await ada.get('/tasks').expect(200);
    await ada.post(`/tasks/${id}/abort`).expect(409);
    await expectSilence();
    await ada.delete(`/tasks/${id}`).expect(204);
    await expectSignal();
  });

  it('come once a second at most, however much happens', async () => {
    const ada = taskCenter.as('ada');
    const began = Date.now();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        ada.run({ connection: 'shop', sql: 'SELECT 1' }),
      ),
    );
    const seconds = (Date.now() - began) / 1_000;
    expect(publish.mock.calls.length).toBeGreaterThan(0);
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
