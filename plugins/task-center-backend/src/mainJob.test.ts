import { createHash } from 'node:crypto';
import { RowDataPacket } from 'mysql2/promise';
import JSZip from 'jszip';
import { Knex } from 'knex';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import { createTestMariadb, TestMariadb } from './__testUtils__/mariadb';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';
import { encodeCsvRecord } from 'backstage-plugin-task-center-common';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const FAILING = 250;

/** 500 statements: a table, inserts, ten SELECTs among them, and one that fails in the middle. */
function createScript(): string[] {
  const statements = [
    'CREATE TABLE items (id BIGINT UNSIGNED PRIMARY KEY, label VARCHAR(100), price DECIMAL(30,10), data VARBINARY(10))',
  ];
  for (let n = 2; n <= 500; n++) {
    if (n === FAILING) {
      statements.push("INSERT INTO items VALUES (2, 'again', 0, NULL)");
    } else if (n % 50 === 0 || n === FAILING + 1) {
      statements.push('SELECT * FROM items ORDER BY id');
    } else {
      const id = n === 7 ? '18446744073709551615' : String(n);
      const label = n % 5 ? `'L''${n}; "é🙂"\\n'` : 'NULL';
      statements.push(
        `INSERT INTO items VALUES (${id}, ${label}, ${n}.0000000001, ${
          n % 2 ? "''" : `x'0${n % 10}ff'`
        })`,
      );
    }
  }
  return statements;
}

describe.each(databases.eachSupportedId())(
  'the main job on MariaDB, recorded in %p',
  databaseId => {
    let mariadb: TestMariadb;
    let taskCenter: TestTaskCenter;
    let ada: TestUser;
    let knex: Knex;

    beforeEach(async () => {
      mariadb = await createTestMariadb();
      const { host, port, user, password, database } = mariadb;
      knex = await databases.init(databaseId);
      taskCenter = await startTaskCenter({
        knex,
        connections: {
          shop: {
            engine: 'mysql',
            entityRef: 'resource:default/shop-db',
            connection: { host, port, user, password, database },
          },
        },
      });
      ada = taskCenter.as('ada');
    });

    afterEach(async () => {
      await taskCenter.stop();
      await mariadb.drop();
    });

    const statements = createScript();
    const sql = `${statements.join(';\n')};\n`;

    async function everything(id: string) {
      const ledger = await ada.get(`/tasks/${id}/statements?limit=1000`);
      const results = await ada.get(`/tasks/${id}/results`);
      const logs = await ada.get(`/tasks/${id}/logs?limit=1000`);
      const zip = await ada.download(`/tasks/${id}/results/download`);
      return {
        ledger: ledger.body,
        results: results.body.items,
        logs: logs.body,
        zip: await JSZip.loadAsync(zip, { checkCRC32: true }),
      };
    }

    it('stops at the failure, with a true record of what ran before', async () => {
      const task = await ada.run({ sql, errorHandling: 'abort' });

      expect(task).toMatchObject({
        status: 'failed',
        totalStatements: 500,
        succeededStatements: FAILING - 1,
        failedStatements: 1,
        resultSets: 4,
        failure: {
          code: 'statement-failed',
          statement: FAILING,
          message: expect.stringMatching(
            /^Statement 250 \(line 250\) failed: 1062 \(23000\) Duplicate entry '2'/,
          ),
        },
        scriptSha256: createHash('sha256').update(sql).digest('hex'),
      });
      const { ledger } = await everything(task.id);
      expect(ledger.totalItems).toBe(500);
      ledger.items.forEach((statement: any, index: number) => {
        const number = index + 1;
        const state =
          // eslint-disable-next-line no-nested-ternary
          number < FAILING
            ? 'succeeded'
            : number === FAILING
            ? 'failed'
            : 'skipped';
        expect(statement).toMatchObject({
          index: number,
          line: number,
          text: statements[index],
          state,
        });
      });
      const [rows] = await mariadb.admin.query<RowDataPacket[]>(
        'SELECT COUNT(*) AS n FROM items',
      );
      expect(rows[0].n).toBe(FAILING - 2 - 4);
      const failed = await ada.get(`/tasks/${task.id}/statements?state=failed`);
      expect(failed.body).toMatchObject({
        totalItems: 1,
        items: [
          {
            index: FAILING,
            error: { code: '1062', sqlState: '23000' },
          },
        ],
      });
      const skipped = await ada.get(
        `/tasks/${task.id}/statements?state=failed&state=skipped&offset=1&limit=2`,
      );
      expect(skipped.body).toMatchObject({
        totalItems: 251,
        items: [{ index: FAILING + 1 }, { index: FAILING + 2 }],
      });
    });

    it('goes on behind the failure, and its zip, ledger and log agree with the database', async () => {
      const task = await ada.run({ sql, errorHandling: 'continue' });

      expect(task).toMatchObject({
        status: 'completed',
        totalStatements: 500,
        succeededStatements: 499,
        failedStatements: 1,
        resultSets: 10,
      });
      const { ledger, results, logs, zip } = await everything(task.id);

      const [rows] = await mariadb.admin.query<any[]>({
        sql: 'SELECT id, label, price, CONCAT("0x", LOWER(HEX(data))) FROM items ORDER BY id',
        rowsAsArray: true,
        typeCast: (field: any) => field.string(),
      });
      const inserts = ledger.items.filter((s: any) => s.affectedRows === 1);
      expect(inserts).toHaveLength(rows.length);
      expect(task.affectedRows).toBe(rows.length);

      const names = Object.keys(zip.files);
      expect(names).toHaveLength(11);
      const last = await zip.files[
        names.find(name => name.startsWith('10-'))!
      ].async('string');
      const header = ['id', 'label', 'price', 'data'];
      expect(last).toBe([header, ...rows].map(encodeCsvRecord).join(''));

      const manifest = JSON.parse(
        await zip.files['manifest.json'].async('string'),
      );
      for (const entry of manifest.results) {
        const csv = await zip.files[entry.file].async('nodebuffer');
        expect(createHash('sha256').update(csv).digest('hex')).toBe(
          entry.sha256,
        );
        const ledgerLine = ledger.items[entry.statement - 1];
        expect(ledgerLine).toMatchObject({
          text: entry.sql,
          rowCount: entry.rows,
        });
      }
      expect(results.map((r: any) => r.rowCount)).toEqual(
        manifest.results.map((r: any) => r.rows),
      );
      const page = await ada.get(
        `/tasks/${task.id}/results/10/rows?offset=100&limit=50`,
      );
      expect(page.body).toEqual({
        items: rows.slice(100, 150),
        totalItems: rows.length,
      });

      for (const statement of ledger.items) {
        const lines = logs.items.filter(
          (line: any) => line.statement === statement.index,
        );
        expect(lines).toHaveLength(1);
        expect(lines[0].level).toBe(
          statement.state === 'failed' ? 'ERROR' : 'INFO',
        );
      }
      const alerts = await ada.get(`/tasks/${task.id}/logs?level=alert`);
      expect(alerts.body.items.map((line: any) => line.message)).toEqual([
        expect.stringContaining('Duplicate entry'),
        'Completed, but 1 statement failed',
      ]);
      const text = await ada.get(`/tasks/${task.id}/logs/download`);
      expect(text.text.trim().split('\n')).toHaveLength(logs.totalItems);
      const found = await ada.get(`/tasks/${task.id}/logs?search=DUPLICATE`);
      expect(found.body.totalItems).toBe(1);
      const script = await ada.download(`/tasks/${task.id}/script`);
      expect(script.toString()).toBe(sql);
    });

    it('deletes every trace', async () => {
      const task = await ada.run({ sql: 'SELECT 1; SELECT 2' });
      await ada.delete(`/tasks/${task.id}`).expect(204);
      await ada.get(`/tasks/${task.id}`).expect(404);
      for (const table of ['tasks', 'scripts', 'result_sets', 'segments']) {
        expect(await knex(table).select()).toEqual([]);
      }
    });
  },
);
