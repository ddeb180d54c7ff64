import JSZip from 'jszip';
import { ResultRow, ResultSet } from 'backstage-plugin-task-center-common';
import { PageRequest } from '../../../api';
import { bundleResultSets } from './bundleResultSets';
import { createTexts } from '../../../__testUtils__/createTexts';

function createResultSet(values: Partial<ResultSet>): ResultSet {
  return {
    index: 1,
    statement: 1,
    columns: [
      { name: 'id', type: 'BIGINT' },
      { name: 'no,te', type: 'TEXT' },
    ],
    rowCount: 0,
    truncated: false,
    partial: false,
    bytes: 0,
    ...values,
  };
}

function serve(rows: ResultRow[], most: number = Infinity) {
  return async (_id: string, _set: number, request: PageRequest) => {
    const { offset = 0, limit = 0 } = request;
    return {
      items: rows.slice(offset, offset + Math.min(limit, most)),
      totalItems: rows.length,
    };
  };
}

const options = {
  t: createTexts(),
  taskId: 't1',
  statementText: (n: number) =>
    n === 7 ? 'SELECT * FROM "orders"' : undefined,
  signal: new AbortController().signal,
};

async function readZip(zip: Blob) {
  return JSZip.loadAsync(await zip.arrayBuffer());
}

describe('bundleResultSets', () => {
  it('makes a zip with a lossless CSV for each set', async () => {
    const rows: ResultRow[] = [
      ['9223372036854775807', 'plain'],
      [null, ''],
      ['', 'quote " comma , line\nfeed \r 🍣'],
      ['0x00ff', null],
    ];
    const blob = await bundleResultSets({
      ...options,
      api: { getRows: serve(rows) },
      resultSets: [
        createResultSet({ index: 3, statement: 7, rowCount: rows.length }),
        createResultSet({ index: 12, statement: 8, rowCount: 0 }),
      ],
    });
    const zip = await readZip(blob);
    expect(Object.keys(zip.files)).toEqual([
      '03-select-from-orders.csv',
      '12-result.csv',
    ]);
    expect(await zip.file('03-select-from-orders.csv')!.async('string')).toBe(
      [
        'id,"no,te"',
        '9223372036854775807,plain',
        ',""',
        '"","quote "" comma , line\nfeed \r 🍣"',
        '0x00ff,',
        '',
      ].join('\n'),
    );
    expect(await zip.file('12-result.csv')!.async('string')).toBe(
      'id,"no,te"\n',
    );
  });

  it('reads on until every row is there, and tells how far it is', async () => {
    const rows = Array.from({ length: 2_500 }, (_, i) => [String(i), null]);
    const progress: number[] = [];
    const blob = await bundleResultSets({
      ...options,
      api: { getRows: serve(rows, 700) },
      resultSets: [createResultSet({ rowCount: rows.length })],
      onProgress: n => progress.push(n),
    });
    const zip = await readZip(blob);
    const csv = await zip.file('01-result.csv')!.async('string');
    expect(csv.split('\n')).toHaveLength(rows.length + 2);
    expect(csv).toContain('\n2499,\n');
    expect(progress).toEqual([700, 1_400, 2_100, 2_500]);
  });

  it('makes no bundle of rows that are not all there', async () => {
    const bundle = bundleResultSets({
      ...options,
      api: { getRows: serve([['1', null]]) },
      resultSets: [createResultSet({ rowCount: 2 })],
    });
    await expect(bundle).rejects.toThrow(/ended after 1 of 2 rows/);
  });
});
