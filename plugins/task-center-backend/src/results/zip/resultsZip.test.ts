import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import JSZip from 'jszip';
import {
  encodeCsvRecord,
  ResultRow,
  Task,
} from 'backstage-plugin-task-center-common';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { applyMigrations } from '../../database';
import { DatabaseSegmentStore } from '../../streams';
import { listZip, withFile } from '../__testUtils__/readZip';
import { writeResult } from '../__testUtils__/writeResult';
import { nameResults } from '../describeResults';
import { readRows } from '../readRows';
import { resultStream } from '../ResultSetStore';
import { formattedResultsZip, storedResultsZip } from './resultsZip';

const databases = createTestDatabases();
const columns = [
  { name: 'id', type: 'BIGINT' },
  { name: 'text, with "quotes"', type: 'VARCHAR' },
  { name: '=id', type: 'BLOB' },
];
const ROWS = 50_000;

function row(n: number): ResultRow {
  return [
    n % 2 ? String(2n ** 63n - BigInt(n)) : `-${n}.5`,
    n % 3 === 0 ? null : `${n % 5 ? '' : '='}line; ${n}\n"é🙂",`,
    n % 2 === 0 ? '' : `0x${n.toString(16)}`,
  ];
}

describe.each(databases.eachSupportedId())('resultsZip in %p', databaseId => {
  async function setUp() {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    const segments = DatabaseSegmentStore.create(knex);
    const many = { number: 1, columns, rowCount: ROWS, row };
    const none = { number: 2, columns, rowCount: 0, row };
    const results = nameResults(
      [
        {
          result: await writeResult(segments, many),
          statementText: 'SELECT * FROM orders WHERE 1',
        },
        {
          result: await writeResult(segments, none),
          statementText: '/* nothing */ select id from empty',
        },
      ],
      2,
    );
    const task = { id: 'a-task', name: 'Report', createdAt: '2026-01-01' };
    return { knex, zip: { task: task as Task, results, segments } };
  }

  it('is read by independent readers, and holds what its manifest says', async () => {
    const { zip } = await setUp();
    const source = storedResultsZip(zip);
    const zipped = await buffer(source.read());
    expect(zipped.length).toBe(source.bytes);

    const read = await JSZip.loadAsync(zipped, { checkCRC32: true });
    const header = encodeCsvRecord(columns.map(column => column.name));
    const expected = [
      header,
      ...Array.from({ length: ROWS }, (_, n) => encodeCsvRecord(row(n))),
    ].join('');
    const csv = await read.files['01-select-from-orders-where-1.csv'].async(
      'string',
    );
    expect(csv === expected).toBe(true);
    expect(
      await read.files['02-select-id-from-empty.csv'].async('string'),
    ).toBe(header);
    const manifest = JSON.parse(
      await read.files['manifest.json'].async('string'),
    );
    expect(manifest.results[0]).toMatchObject({
      file: '01-select-from-orders-where-1.csv',
      statement: 10,
      rows: ROWS,
      bytes: Buffer.byteLength(expected),
      sha256: createHash('sha256').update(expected).digest('hex'),
      truncated: false,
      partial: false,
      columns,
    });
    expect(manifest.results[1]).toMatchObject({ rows: 0 });
    const listed = await withFile(zipped, listZip);
    expect(listed.slice(0, 2)).toEqual([
      ['01-select-from-orders-where-1.csv', Buffer.byteLength(expected)],
      ['02-select-id-from-empty.csv', Buffer.byteLength(header)],
    ]);
  });

  it('gives any part of itself', async () => {
    const { zip } = await setUp();
    const source = storedResultsZip(zip);
    const whole = await buffer(source.read());
    const { length } = whole;
    for (const [from, to] of [
      [0, 1],
      [10, 100],
      [50_000, 700_000],
      [length - 30, length],
      [123_456, length],
    ]) {
      const part = await buffer(source.read({ from, to }));
      expect(part.equals(whole.subarray(from, to))).toBe(true);
    }
  });

  it('writes CSV in a format of one’s own', async () => {
    const { zip } = await setUp();
    const format = {
      bom: true,
      separator: 'semicolon',
      nullText: 'NULL',
      neutralizeFormulas: true,
    } as const;
    const zipped = await buffer(formattedResultsZip({ ...zip, format }));
    const read = await JSZip.loadAsync(zipped, { checkCRC32: true });
    const csv = await read.files['01-select-from-orders-where-1.csv'].async(
      'nodebuffer',
    );
    const lines = csv.toString().split('\n').slice(0, 5);
    expect(lines).toEqual([
      `\uFEFFid;"text, with ""quotes""";'=id`,
      '-0.5;NULL;""',
      '9223372036854775807;"line; 1',
      '""é🙂"",";0x1',
      '-2.5;"line; 2',
    ]);
    expect(csv.toString()).toContain(`-20.5;"'=line; 20\n`);
    const manifest = JSON.parse(
      await read.files['manifest.json'].async('string'),
    );
    expect(manifest.format).toMatchObject({
      byteOrderMark: true,
      separator: 'semicolon',
      null: 'NULL',
      neutralizedFormulas: true,
    });
    expect(manifest.results[0]).toMatchObject({
      bytes: csv.length,
      sha256: createHash('sha256').update(csv).digest('hex'),
    });
    const listed = await withFile(zipped, listZip);
    expect(listed[0][1]).toBe(csv.length);
  });

  it('breaks off when the rows are removed under it', async () => {
    const { knex, zip } = await setUp();
    await knex('segments').where('number', '>', 1).delete();
    const format = { bom: true };
    await expect(buffer(storedResultsZip(zip).read())).rejects.toThrow(
      'removed while it was downloaded',
    );
    await expect(
      buffer(formattedResultsZip({ ...zip, format })),
    ).rejects.toThrow('removed while it was downloaded');
  });

  it('leaves the rows readable by page', async () => {
    const { zip } = await setUp();
    for (const offset of [0, 12_345, ROWS - 10]) {
      const page = await readRows(zip.segments, resultStream('a-task', 1), {
        offset,
        limit: 100,
      });
      expect(page).toEqual(
        Array.from({ length: Math.min(100, ROWS - offset) }, (_, i) =>
          row(offset + i),
        ),
      );
    }
  });
});
