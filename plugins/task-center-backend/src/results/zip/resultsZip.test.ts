import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import JSZip from 'jszip';
import {
  encodeCsvRecord,
  ResultRow,
  Task,
} from 'backstage-plugin-task-center-common';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { applyMigrations } from '../database';
import { DatabaseSegmentStore } from '../streams';
import { readRows } from './readRows';
import { resultStream } from './ResultSetStore';
import { ResultWriter } from './ResultWriter';
import { writeResultsZip, ZipEntry } from './writeResultsZip';

const databases = createTestDatabases();
const columns = [
  { name: 'id', type: 'BIGINT' },
  { name: 'text, with "quotes"', type: 'VARCHAR' },
  { name: 'id', type: 'BLOB' },
];

function row(n: number): ResultRow {
  return [
    String(2n ** 63n - BigInt(n)),
    n % 3 === 0 ? null : `line ${n}\n"é🙂",`,
    n % 2 === 0 ? '' : `0x${n.toString(16)}`,
  ];
}

describe('writeResultsZip', () => {
  async function writeResult(
    store: DatabaseSegmentStore,
    number: number,
    rowCount: number,
    statementText: string,
  ): Promise<ZipEntry> {
    const writer = ResultWriter.create({
      taskId: 'a-task',
      number,
      statement: number * 10,
      columns,
    });
    for (let n = 0; n < rowCount; n += 100) {
      const count = Math.min(100, rowCount - n);
      writer.write(Array.from({ length: count }, (_, i) => row(n + i)));
      if (n % 5_000 === 0) {
        const { stream, segments, saved } = await writer.stream.unsaved();
        await store.put(stream, segments);
        saved();
      }
    }
    writer.end(false);
    const { stream, segments } = await writer.stream.unsaved();
    await store.put(stream, segments);
    return { result: writer.info(), statementText };
  }

  it('breaks off when the rows are removed under it', async () => {
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(knex);
    const store = DatabaseSegmentStore.create(knex);
    const entries = [await writeResult(store, 1, 50_000, 'SELECT 1')];
    await knex('segments').where('number', '>', 1).delete();
    const destination = new PassThrough();
    destination.resume();

    await expect(
      writeResultsZip({
        task: { id: 'a-task', name: 'Report', createdAt: '2026-01-01' } as Task,
        entries,
        segments: store,
        destination,
      }),
    ).rejects.toThrow('removed while it was downloaded');
  });

  it('is read by independent readers, and holds what its manifest says', async () => {
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(knex);
    const store = DatabaseSegmentStore.create(knex);
    const entries = [
      await writeResult(store, 1, 50_000, 'SELECT * FROM orders WHERE 1'),
      await writeResult(store, 2, 0, '/* nothing */ select id from empty'),
    ];
    const destination = new PassThrough();
    const written = buffer(destination);
    await writeResultsZip({
      task: { id: 'a-task', name: 'Report', createdAt: '2026-01-01' } as Task,
      entries,
      segments: store,
      destination,
    });
    const zipped = await written;

    const zip = await JSZip.loadAsync(zipped, { checkCRC32: true });
    expect(Object.keys(zip.files)).toEqual([
      '01-select-from-orders-where-1.csv',
      '02-select-id-from-empty.csv',
      'manifest.json',
    ]);
    const expected = [
      encodeCsvRecord(columns.map(column => column.name)),
      ...Array.from({ length: 50_000 }, (_, n) => encodeCsvRecord(row(n))),
    ].join('');
    const csv = await zip.files['01-select-from-orders-where-1.csv'].async(
      'string',
    );
    expect(csv === expected).toBe(true);
    const manifest = JSON.parse(
      await zip.files['manifest.json'].async('string'),
    );
    expect(manifest.results[0]).toMatchObject({
      statement: 10,
      rows: 50_000,
      bytes: Buffer.byteLength(expected),
      sha256: createHash('sha256').update(expected).digest('hex'),
      truncated: false,
      partial: false,
      columns,
    });
    expect(manifest.results[1]).toMatchObject({ rows: 0 });
    expect(await zip.files['02-select-id-from-empty.csv'].async('string')).toBe(
      encodeCsvRecord(columns.map(column => column.name)),
    );

    const directory = mkdtempSync(join(tmpdir(), 'task-center-zip-'));
    try {
      const file = join(directory, 'results.zip');
      writeFileSync(file, zipped);
      expect(execFileSync('unzip', ['-t', file]).toString()).toContain(
        'No errors detected',
      );
    } finally {
      rmSync(directory, { recursive: true });
    }

    for (const offset of [0, 12_345, 49_990]) {
      const page = await readRows(store, resultStream('a-task', 1), {
        offset,
        limit: 100,
      });
      expect(page).toEqual(
        Array.from({ length: Math.min(100, 50_000 - offset) }, (_, i) =>
          row(offset + i),
        ),
      );
    }
  });
});
