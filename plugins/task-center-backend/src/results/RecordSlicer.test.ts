import { encodeCsvRecord } from 'backstage-plugin-task-center-common';
import { createAwkwardRows } from './__testUtils__/createAwkwardRows';
import { RecordSlicer } from './RecordSlicer';

describe('RecordSlicer', () => {
  it.each([
    [1, 100_000],
    [2, 1],
    [5, 7],
    [5, 1_000],
  ])(
    'cuts between records of %p columns, in pieces of %p bytes',
    (columns, size) => {
      const records = createAwkwardRows(columns).map(encodeCsvRecord);
      const csv = Buffer.from(records.join(''));
      for (const [skipped, wanted] of [
        [0, 0],
        [0, 1],
        [3, 7],
        [100, 400],
        [499, 10],
        [500, 1],
      ]) {
        const slicer = RecordSlicer.create(skipped, wanted);
        for (let at = 0; at < csv.length && !slicer.isDone; at += size) {
          slicer.take(csv.subarray(at, at + size));
        }
        const expected = records.slice(skipped, skipped + wanted);
        expect(slicer.text).toBe(expected.join(''));
        expect(slicer.isDone).toBe(expected.length === wanted);
      }
    },
  );
});
