import { createBackendModule } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import {
  DatabaseEngine,
  taskCenterEnginesExtensionPoint,
} from 'backstage-plugin-task-center-node';
import { createRandom } from './__testUtils__/createRandom';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { createTestMariadb } from './__testUtils__/mariadb';
import { createTestPostgres } from './__testUtils__/postgres';
import { randomMysqlTask } from './__testUtils__/randomMysqlTask';
import { randomPostgresTask } from './__testUtils__/randomPostgresTask';
import { startTaskCenter, TestUser } from './__testUtils__/startTaskCenter';
import { withoutBatches } from './__testUtils__/withoutBatches';
import { MysqlEngine } from './engines/mysql';
import { PostgresEngine } from './engines/postgres';

const SCRIPTS = 500;
const AT_ONCE = 6;
const databases = createTestDatabases();
jest.setTimeout(300_000);

interface Target {
  connection: JsonObject;
  /** All rows of all tables of a schema. */
  dump(schema: string): Promise<unknown>;
  drop(): Promise<void>;
}

async function startMariadb(): Promise<Target> {
  const { admin, host, port, user, password, ...mariadb } =
    await createTestMariadb();
  const query = async (sql: string) => {
    const [rows] = await admin.query({ sql, rowsAsArray: true });
    return rows as unknown[][];
  };
  return {
    connection: { host, port, user, password },
    async dump(schema) {
      const tables = await query(
        `SELECT table_name FROM information_schema.tables WHERE table_schema = '${schema}' ORDER BY 1`,
      );
      const content: unknown[] = [];
      for (const [table] of tables) {
        const rows = await query(`SELECT * FROM ${schema}.${table} ORDER BY 1`);
        content.push([table, rows]);
      }
      await query(`DROP DATABASE ${schema}`);
      return content;
    },
    drop: mariadb.drop,
  };
}

async function startPostgres(): Promise<Target> {
  const { admin, host, port, user, password, database, drop } =
    await createTestPostgres();
  const query = async (text: string) => {
    const { rows } = await admin.query({ text, rowMode: 'array' });
    return rows as unknown[][];
  };
  return {
    connection: { host, port, user, password, database },
    async dump(schema) {
      const tables = await query(
        `SELECT tablename FROM pg_tables WHERE schemaname = '${schema}' ORDER BY 1`,
      );
      const content: unknown[] = [];
      for (const [table] of tables) {
        content.push([
          table,
          await query(`SELECT * FROM ${schema}.${table} ORDER BY 1`),
        ]);
      }
      await query(
        `SET client_min_messages = error; DROP SCHEMA ${schema} CASCADE`,
      );
      return content;
    },
    drop,
  };
}

describe.each([
  ['mysql', startMariadb, MysqlEngine.create, randomMysqlTask],
  ['postgres', startPostgres, PostgresEngine.create, randomPostgresTask],
])(
  'statements of %s that share a request',
  (engineId, startTarget, createEngine, randomTask) => {
    const single = `${engineId}-single`;

    async function start(connection: JsonObject) {
      const engine: DatabaseEngine = createEngine();
      const singleEngine = createBackendModule({
        pluginId: 'task-center',
        moduleId: 'single',
        register(env) {
          env.registerInit({
            deps: { engines: taskCenterEnginesExtensionPoint },
            async init({ engines }) {
              engines.addEngine(withoutBatches(engine, single));
            },
          });
        },
      });
      const shared = {
        entityRef: 'resource:default/shop-db',
        connection,
        maxConcurrentTasks: AT_ONCE,
      };
      return startTaskCenter({
        knex: await databases.init('SQLITE_3'),
        connections: {
          together: { ...shared, engine: engineId },
          alone: { ...shared, engine: single },
        },
        config: { worker: { maxConcurrentTasks: AT_ONCE } },
        features: [singleEngine],
      });
    }

    async function record(
      ada: TestUser,
      target: Target,
      script: number,
      connection: string,
    ) {
      const random = createRandom(script);
      const schema = `script_${script}_${connection}`;
      const sql = randomTask(random, schema);
      const task = await ada.run({
        connection,
        sql,
        errorHandling: random.pick(['abort', 'continue'] as const),
      });
      const { body: ledger } = await ada.get(
        `/tasks/${task.id}/statements?limit=500`,
      );
      const results: unknown[] = [];
      for (let n = 1; n <= task.resultSets; n++) {
        const { body } = await ada.get(`/tasks/${task.id}/results/${n}/rows`);
        results.push(body.items);
      }
      return JSON.parse(
        JSON.stringify({
          sql,
          status: task.status,
          failure: task.failure,
          succeeded: task.succeededStatements,
          failed: task.failedStatements,
          rolledBack: task.rolledBackStatements,
          affected: task.affectedRows,
          ledger: ledger.items.map(
            ({ startedAt, durationMs, warningTexts, ...statement }: any) =>
              statement,
          ),
          results,
          content: await target.dump(schema),
        }).replaceAll(schema, 'schema'),
      );
    }

    it(`do what they do alone, in ${SCRIPTS} random scripts`, async () => {
      const target = await startTarget();
      const taskCenter = await start(target.connection);
      const ada = taskCenter.as('ada');
      let next = 0;
      const failed: number[] = [];
      const work = async () => {
        while (next < SCRIPTS) {
          const script = next++;
          const together = await record(ada, target, script, 'together');
          const alone = await record(ada, target, script, 'alone');
          expect(together).toEqual(alone);
          failed.push(alone.failed);
        }
      };
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, work));
      } finally {
        await taskCenter.stop();
        await target.drop();
      }
      expect(failed.filter(count => count > 0).length).toBeGreaterThan(
        SCRIPTS / 2,
      );
    });
  },
);
