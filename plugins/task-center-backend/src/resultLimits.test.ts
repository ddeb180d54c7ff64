import { ResultColumn, Task } from 'backstage-plugin-task-center-common';
import { Knex } from 'knex';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { createTestMariadb } from './__testUtils__/mariadb';
import { createTestPostgres } from './__testUtils__/postgres';
import { startTaskCenter, TestUser } from './__testUtils__/startTaskCenter';

const databases = createTestDatabases();
jest.setTimeout(120_000);

const ROWS = 20_000;
const BIG = { resultLimit: 1_000_000 };
const LIMITS = { resultBytes: { resultSet: 300_000, task: 500_000 } };
const cleanUps: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) {
    await cleanUp();
  }
});

interface Target {
  engine: string;
  connection: Record<string, string | number>;
  /** A query of ROWS rows of some 40 bytes. */
  select: string;
}

async function createTarget(engine: string): Promise<Target> {
  if (engine === 'sqlite') {
    const directory = mkdtempSync(join(tmpdir(), 'task-center-limits-'));
    cleanUps.push(() => rmSync(directory, { recursive: true }));
    const filename = join(directory, 'shop.sqlite');
    writeFileSync(filename, '');
    const select = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ${ROWS}) SELECT i, hex(zeroblob(16)) AS text FROM n`;
    return { engine, connection: { filename }, select };
  }
  const server = await (engine === 'mysql'
    ? createTestMariadb()
    : createTestPostgres());
  cleanUps.push(() => server.drop());
  const { host, port, user, password, database } = server;
  const select =
    engine === 'mysql'
      ? `SELECT seq, REPEAT('0', 32) AS text FROM seq_1_to_${ROWS}`
      : `SELECT i, repeat('0', 32) AS text FROM generate_series(1, ${ROWS}) AS g(i)`;
  return {
    engine,
    connection: { host, port, user, password, database },
    select,
  };
}

async function start(
  knex: Knex,
  target: Target,
  config: { limits?: object; taskCenter?: object } = {},
): Promise<TestUser> {
  const taskCenter = await startTaskCenter({
    knex,
    connections: {
      shop: {
        engine: target.engine,
        entityRef: 'resource:default/shop-db',
        connection: target.connection,
        limits: (config.limits ?? {}) as any,
      },
    },
    config: config.taskCenter as any,
  });
  cleanUps.push(() => taskCenter.stop());
  return taskCenter.as('ada');
}

async function resultsOf(user: TestUser, task: Task) {
  const { body } = await user.get(`/tasks/${task.id}/results`).expect(200);
  return body.items as {
    rowCount: number;
    bytes: number;
    truncated: boolean;
    truncatedBy?: string;
    partial: boolean;
    columns: ResultColumn[];
  }[];
}

async function logOf(user: TestUser, task: Task): Promise<string> {
  return (await user.download(`/tasks/${task.id}/logs/download`)).toString();
}

describe.each(['mysql', 'postgres', 'sqlite'])('results of %s', engine => {
  it('are cut at the bytes of the connection, and say so everywhere', async () => {
    const target = await createTarget(engine);
    const knex = await databases.init('SQLITE_3');
    const ada = await start(knex, target, { limits: LIMITS });
    const sql = `${target.select};\n${target.select};\n${target.select};\nSELECT 1`;
    const task = await ada.run({ ...BIG, sql });

    expect(task).toMatchObject({
      status: 'completed',
      succeededStatements: 4,
      resultSets: 4,
      truncatedResultSets: 3,
    });
    const [first, second, third, last] = await resultsOf(ada, task);
    expect(first).toMatchObject({
      truncated: true,
      truncatedBy: 'result-bytes',
      partial: false,
    });
    expect(first.bytes).toBeGreaterThan(299_000);
    expect(first.bytes).toBeLessThanOrEqual(300_000);
    expect(second).toMatchObject({ truncatedBy: 'task-bytes' });
    expect(first.bytes + second.bytes).toBeGreaterThan(499_000);
    expect(third).toMatchObject({ rowCount: 0, truncatedBy: 'task-bytes' });
    // A few bytes are left.
    expect(last).toMatchObject({ truncated: false, rowCount: 1 });
    expect(task.resultBytes).toBe(
      first.bytes + second.bytes + third.bytes + last.bytes,
    );

    const log = await logOf(ada, task);
    expect(log).toContain(
      'Result set 1 was cut at 300,000 bytes, the most that the connection allows for one result set; there were more rows',
    );
    expect(log).toContain(
      'Result set 2 was cut because all results of a task may take 500,000 bytes on this connection',
    );
    const zip = await JSZip.loadAsync(
      await ada.download(`/tasks/${task.id}/results/download`),
      { checkCRC32: true },
    );
    const manifest = JSON.parse(
      await zip.files['manifest.json'].async('string'),
    );
    expect(manifest.results[0]).toMatchObject({
      truncated: true,
      truncatedBy: 'result-bytes',
      rows: first.rowCount,
      bytes: first.bytes,
    });
    const { body: rows } = await ada
      .get(
        `/tasks/${task.id}/results/1/rows?offset=${
          first.rowCount - 1
        }&limit=10`,
      )
      .expect(200);
    expect(rows.items).toEqual([[String(first.rowCount), '0'.repeat(32)]]);
  });
});

describe.each(databases.eachSupportedId())('results in %p', databaseId => {
  it('take no more room than there is for a user and for all', async () => {
    const target = await createTarget('sqlite');
    const knex = await databases.init(databaseId);
    const ada = await start(knex, target, {
      taskCenter: { results: { quota: { userBytes: 2_000_000 } } },
    });
    const first = await ada.run({ ...BIG, sql: target.select });
    expect(first.truncatedResultSets).toBe(0);
    const stored = await storedBytes(knex, first);
    const { body: usage } = await ada.get('/results/usage').expect(200);
    expect(usage).toMatchObject({
      user: { storedBytes: stored, maxStoredBytes: 2_000_000 },
      overall: { storedBytes: stored },
      retentionSeconds: 14 * 24 * 3600,
    });
    expect(stored).toBe(await bytesOfSegments(knex, first));

    await knex('tasks')
      .where({ id: first.id })
      .update({ stored_result_bytes: 2_000_001 });
    await new Promise(resolve => setTimeout(resolve, 1_100));
    const second = await ada.run({ ...BIG, sql: target.select });
    expect(second).toMatchObject({
      status: 'completed',
      truncatedResultSets: 1,
    });
    expect((await resultsOf(ada, second))[0]).toMatchObject({
      truncatedBy: 'user-quota',
      rowCount: 0,
    });
    expect(await logOf(ada, second)).toContain(
      'the stored results of user:default/ada take all of the 2,000,000 bytes that they may. Drop results',
    );
  });

  it('are kept for longer or dropped at once', async () => {
    const target = await createTarget('sqlite');
    const knex = await databases.init(databaseId);
    const ada = await start(knex, target);
    const task = await ada.run({ sql: target.select });
    expect(task.actions).toEqual(
      expect.arrayContaining(['keepResults', 'dropResults']),
    );
    const day = 24 * 3600 * 1000;
    const finishedAt = Date.parse(task.finishedAt!);
    expect(Date.parse(task.resultsExpireAt!)).toBe(finishedAt + 14 * day);

    const keep = (until: string) =>
      ada.post(`/tasks/${task.id}/results/keep`, { until });
    const until = new Date(finishedAt + 30 * day).toISOString();
    const { body: kept } = await keep(until).expect(200);
    expect(kept.resultsExpireAt).toBe(until);
    const { body: tooEarly } = await keep(task.finishedAt!).expect(400);
    expect(tooEarly.error.message).toContain('are kept until');
    await keep(new Date(finishedAt + 91 * day).toISOString()).expect(400);
    await keep('tomorrow').expect(400);

    const { body: dropped } = await ada
      .delete(`/tasks/${task.id}/results`)
      .expect(200);
    expect(dropped).toMatchObject({
      resultSets: 0,
      resultBytes: 0,
      resultsRemoved: { reason: 'dropped' },
    });
    expect(dropped.resultsExpireAt).toBeUndefined();
    expect(dropped.actions).not.toContain('dropResults');
    expect(await bytesOfSegments(knex, task)).toBe(0);
    const { body: gone } = await ada
      .get(`/tasks/${task.id}/results/download`)
      .expect(409);
    expect(gone.error.message).toContain('The results were dropped at');
    await ada.delete(`/tasks/${task.id}/results`).expect(409);
    const { body: usage } = await ada.get('/results/usage').expect(200);
    expect(usage.user.storedBytes).toBe(0);
  });
});

async function storedBytes(knex: Knex, task: Task): Promise<number> {
  const row = await knex('tasks').where({ id: task.id }).first();
  return Number(row.stored_result_bytes);
}

async function bytesOfSegments(knex: Knex, task: Task): Promise<number> {
  const rows = await knex('segments')
    .where({ owner_id: task.id })
    .whereLike('stream', 'result/%');
  return rows.reduce((sum, { data }) => sum + data.length, 0);
}
