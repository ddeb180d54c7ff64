import { JsonObject } from '@backstage/types';
import { createServer, Server, Socket } from 'node:net';
import { Task } from 'backstage-plugin-task-center-common';
import { createRandom } from './__testUtils__/createRandom';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { createTestMariadb } from './__testUtils__/mariadb';
import { createTestPostgres } from './__testUtils__/postgres';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';

const databases = createTestDatabases();
jest.setTimeout(120_000);

interface Target {
  connection: JsonObject;
  query(sql: string): Promise<unknown[][]>;
  /** What the sessions of tasks are doing. */
  statements(): Promise<string[]>;
  rows: string;
  drop(): Promise<void>;
}

async function startMariadb(): Promise<Target> {
  const { admin, drop, host, port, user, password, database } =
    await createTestMariadb();
  const query = async (sql: string) => {
    const [rows] = await admin.query({ sql, rowsAsArray: true });
    return rows as unknown[][];
  };
  return {
    connection: { host, port, user, password, database },
    query,
    statements: async () =>
      (
        await query(
          `SELECT info FROM information_schema.processlist WHERE db = '${database}' AND id <> CONNECTION_ID()`,
        )
      ).flat() as string[],
    rows: 'SELECT a.seq FROM seq_1_to_10000 a, seq_1_to_10000 b',
    drop,
  };
}

async function startPostgres(): Promise<Target> {
  const { admin, drop, host, port, user, password, database } =
    await createTestPostgres();
  const query = async (text: string) =>
    (await admin.query({ text, rowMode: 'array' })).rows as unknown[][];
  return {
    connection: { host, port, user, password, database },
    query,
    statements: async () =>
      (
        await query(
          `SELECT query FROM pg_stat_activity WHERE datname = '${database}' AND pid <> pg_backend_pid()`,
        )
      ).flat() as string[],
    rows: 'SELECT a FROM generate_series(1, 10000) a, generate_series(1, 10000) b',
    drop,
  };
}

describe.each([
  ['mysql', startMariadb],
  ['postgres', startPostgres],
] as const)('an abort on %s', (engine, startTarget) => {
  let target: Target;
  let taskCenter: TestTaskCenter;
  let ada: TestUser;
  let silent: Server;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    target = await startTarget();
    silent = createServer(socket => sockets.push(socket));
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve));
    const shared = { engine, entityRef: 'resource:default/shop-db' };
    taskCenter = await startTaskCenter({
      knex: await databases.init('SQLITE_3'),
      connections: {
        shop: {
          ...shared,
          connection: target.connection,
          maxConcurrentTasks: 8,
        },
        silent: {
          ...shared,
          connection: {
            ...target.connection,
            port: (silent.address() as { port: number }).port,
          },
        },
      },
    });
    ada = taskCenter.as('ada');
    await target.query('CREATE TABLE t (script INT, n INT)');
  });

  afterAll(async () => {
    await taskCenter.stop();
    sockets.forEach(socket => socket.destroy());
    silent.close();
    await target.drop();
  });

  const abort = (task: Task) => ada.post(`/tasks/${task.id}/abort`);

  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  async function log(task: Task): Promise<string[]> {
    const { body } = await ada.get(`/tasks/${task.id}/logs?limit=1000`);
    return body.items.map((line: { message: string }) => line.message);
  }

  it('reaches a task that is connecting', async () => {
    const task = await ada.create({ connection: 'silent', sql: 'SELECT 1' });
    await until(async () => sockets.length > 0);
    await abort(task).expect(202);
    const ended = await ada.ended(task.id);
    expect(ended).toMatchObject({ status: 'aborted' });
    expect(ended.startedAt).toBeUndefined();
  });

  it('ends a statement while its rows stream, and keeps those that came', async () => {
    const task = await ada.create({
      sql: target.rows,
      resultLimit: 10_000_000,
    });
    await until(async () => {
      const { body } = await ada.get(`/tasks/${task.id}/results`);
      return body.items[0]?.rowCount > 1_000;
    });
    await abort(task).expect(202);
    const ended = await ada.ended(task.id);
    expect(ended).toMatchObject({ status: 'aborted', resultSets: 1 });
    const { body } = await ada.get(`/tasks/${task.id}/results`);
    expect(body.items[0]).toMatchObject({ partial: true });
    expect(await target.statements()).toEqual([]);
  });

  it('is one, however often it is asked for, and changes nothing after the end', async () => {
    const wait =
      engine === 'mysql' ? 'SELECT SLEEP(300)' : 'SELECT pg_sleep(300)';
    const task = await ada.create({ sql: wait });
    await until(async () => (await target.statements()).includes(wait));
    await Promise.all([abort(task), abort(task), abort(task)]);
    const ended = await ada.ended(task.id);
    expect(ended).toMatchObject({ status: 'aborted' });
    expect(
      (await log(task)).filter(message => message.includes('was aborted')),
    ).toHaveLength(1);
    await abort(task).expect(409);
    const { body } = await ada.get(`/tasks/${task.id}`);
    expect(body).toEqual(ended);
  });

  it('tells the truth at any moment of a script, alone and in batches', async () => {
    const random = createRandom(20_261_122);
    const inserts = (script: number, from: number, to: number) =>
      Array.from(
        { length: to - from },
        (_, n) => `INSERT INTO t VALUES (${script}, ${from + n});`,
      ).join('\n');
    const run = async (script: number) => {
      const task = await ada.create({
        sql: `${inserts(
          script,
          0,
          400,
        )}\nSELECT * FROM t WHERE script = ${script};\n${inserts(
          script,
          401,
          800,
        )}`,
        errorHandling: random.pick(['abort', 'continue'] as const),
      });
      await new Promise(resolve => setTimeout(resolve, random.below(400)));
      const { status } = await abort(task);
      expect([202, 409]).toContain(status);
      const ended = await ada.ended(task.id);
      const { body } = await ada.get(
        `/tasks/${task.id}/statements?limit=1000&state=succeeded`,
      );
      const succeeded: number[] = body.items
        .map((statement: { index: number }) => statement.index - 1)
        .filter((n: number) => n !== 400);
      const rows = await target.query(
        `SELECT n FROM t WHERE script = ${script} ORDER BY n`,
      );
      expect(rows.flat()).toEqual(succeeded);
      return ended.status;
    };
    const outcomes: string[] = [];
    let next = 0;
    const work = async () => {
      while (next < 60) {
        outcomes.push(await run(next++));
      }
    };
    await Promise.all(Array.from({ length: 4 }, work));
    expect(outcomes.filter(status => status === 'aborted')).not.toHaveLength(0);
    expect(new Set(outcomes).has('failed')).toBe(false);
    expect(await target.statements()).toEqual([]);
  });
});
