import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { Knex } from 'knex';
import { Task } from 'backstage-plugin-task-center-common';
import { createTestDatabases } from './__testUtils__/createTestDatabases';
import {
  startTaskCenter,
  TestTaskCenter,
  TestUser,
} from './__testUtils__/startTaskCenter';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const ROWS = 60_000;
const SCRIPT = `SELECT value AS id, 'text ' || value AS label, NULL AS note FROM series;
SELECT '=1+1' AS "größe";`;

describe.each(databases.eachSupportedId())(
  'downloads, recorded in %p',
  databaseId => {
    const directory = mkdtempSync(join(tmpdir(), 'task-center-downloads-'));
    let taskCenter: TestTaskCenter;
    let ada: TestUser;
    let knex: Knex;
    let task: Task;

    beforeAll(async () => {
      const filename = join(directory, 'shop.sqlite');
      new Database(filename).exec(createSeries()).close();
      knex = await databases.init(databaseId);
      taskCenter = await startTaskCenter({
        knex,
        connections: {
          shop: {
            engine: 'sqlite',
            entityRef: 'resource:default/shop-db',
            connection: { filename },
          },
        },
      });
      ada = taskCenter.as('ada');
      task = await ada.run({ sql: SCRIPT, resultLimit: ROWS });
      if (task.failure) {
        throw new Error(task.failure.message);
      }
    });

    afterAll(async () => {
      await taskCenter.stop();
      rmSync(directory, { recursive: true });
    });

    const zipPath = () => `/tasks/${task.id}/results/download`;
    const csvPath = (n: number) => `/tasks/${task.id}/results/${n}/download`;

    it('say how large they are, and can be resumed', async () => {
      for (const path of [zipPath(), csvPath(1)]) {
        const whole = await ada.download(path);
        const { headers } = await ada.get(path).expect(200);
        expect(Number(headers['content-length'])).toBe(whole.length);
        expect(headers['cache-control']).toContain('no-transform');
        const from = Math.floor(whole.length / 3);
        const rest = await ada
          .get(path)
          .set('Range', `bytes=${from}-`)
          .set('If-Range', headers.etag)
          .buffer()
          .parse(toBuffer)
          .expect(206);
        expect(rest.headers['content-range']).toBe(
          `bytes ${from}-${whole.length - 1}/${whole.length}`,
        );
        expect(rest.body.equals(whole.subarray(from))).toBe(true);
        const last = await ada
          .get(path)
          .set('Range', 'bytes=-10')
          .buffer()
          .parse(toBuffer)
          .expect(206);
        expect(last.body.equals(whole.subarray(-10))).toBe(true);
        await ada.get(path).set('Range', `bytes=${whole.length}-`).expect(416);
        const other = await ada
          .get(path)
          .set('Range', `bytes=${from}-`)
          .set('If-Range', '"of another file"')
          .expect(200);
        expect(Number(other.headers['content-length'])).toBe(whole.length);
      }
    });

    it('answer a request for something else than bytes with all of them', async () => {
      const { headers } = await ada
        .get(csvPath(1))
        .set('Range', 'items=0-4')
        .expect(200);
      const { body } = await ada.get(`/tasks/${task.id}/results`).expect(200);
      expect(Number(headers['content-length'])).toBe(body.items[0].bytes);
    });

    it('cut names between characters', async () => {
      const name = `x${'𠮷'.repeat(80)}`;
      const named = await ada.run({ sql: `SELECT 1 AS "${name}"` });
      const { headers } = await ada
        .get(`/tasks/${named.id}/results/1/download`)
        .expect(200);
      expect(headers['content-disposition']).toContain(
        encodeURIComponent('𠮷.csv'),
      );
    });

    it('say what is wrong when nothing can be read at all', async () => {
      const gone = await ada.run({ sql: 'SELECT 1' });
      await knex('segments')
        .where({ owner_id: gone.id, stream: 'result/1' })
        .delete();
      const path = `/tasks/${gone.id}/results/1/download`;
      const { body, headers } = await ada.get(path).expect(500);
      expect(body.error.message).toContain('log of the backend');
      expect(headers['content-disposition']).toBeUndefined();
    });

    it('give one result set as CSV', async () => {
      const csv = await ada.download(csvPath(1));
      const { body } = await ada.get(`/tasks/${task.id}/results`).expect(200);
      expect(csv.length).toBe(body.items[0].bytes);
      const lines = csv.toString().split('\n');
      expect(lines.slice(0, 3)).toEqual([
        'id,label,note',
        '1,text 1,',
        '2,text 2,',
      ]);
      expect(lines[ROWS]).toBe(`${ROWS},text ${ROWS},`);
      const { headers } = await ada.get(csvPath(2)).expect(200);
      expect(headers['content-disposition']).toBe(
        `attachment; filename="02-select-1-1-as-gr__e.csv"; filename*=UTF-8''02-select-1-1-as-gr%C3%B6%C3%9Fe.csv`,
      );
      await ada.get(csvPath(3)).expect(404);
    });

    it('take the sets and the format that are asked for', async () => {
      const zipped = await ada.download(
        `${zipPath()}?set=2&bom=true&separator=tab&neutralizeFormulas=true`,
      );
      const zip = await JSZip.loadAsync(zipped, { checkCRC32: true });
      const names = ['02-select-1-1-as-größe.csv', 'manifest.json'];
      expect(Object.keys(zip.files)).toEqual(names);
      expect(await zip.files[names[0]].async('string')).toBe(
        "\uFEFFgröße\n'=1+1\n",
      );
      const csv = await ada.download(
        `${csvPath(1)}?nullText=NULL&separator=pipe`,
      );
      expect(csv.toString().slice(0, 33)).toBe(
        'id|label|note\n1|text 1|NULL\n2|tex',
      );
      await ada.get(`${csvPath(1)}?separator=comma&nullText=a,b`).expect(400);
      await ada.get(`${csvPath(1)}?separator=x`).expect(400);
      await ada.get(`${zipPath()}?set=7`).expect(404);
    });

    it('are seen as cut short when they are', async () => {
      const csv = await ada.download(csvPath(1));
      const sha256 = createHash('sha256').update(csv).digest('hex');
      const stored = await knex('result_sets').where({ number: 1 }).first();
      expect(stored.sha256).toBe(sha256);
      await knex('segments')
        .where({ owner_id: task.id, stream: 'result/1' })
        .where('number', '>', 2)
        .delete();
      for (const query of ['', '?bom=true']) {
        await expect(ada.download(`${csvPath(1)}${query}`)).rejects.toThrow();
        await expect(ada.download(`${zipPath()}${query}`)).rejects.toThrow();
      }
    });
  },
);

function createSeries(): string {
  return `CREATE TABLE series (value INTEGER PRIMARY KEY);
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT ${ROWS})
    INSERT INTO series SELECT n FROM numbers`;
}

function toBuffer(
  response: any,
  callback: (error: Error | null, body?: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  response.on('end', () => callback(null, Buffer.concat(chunks)));
  response.on('error', callback);
}
