import { encodeCsvRecord } from 'backstage-plugin-task-center-common';
import { createAwkwardRows } from './__testUtils__/createAwkwardRows';
import { sliceRecords } from './sliceRecords';

describe('sliceRecords', () => {
  it.each([1, 2, 5])('cuts between records of %p columns', columns => {
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
      expect(sliceRecords(csv, skipped, wanted).toString()).toBe(
        records.slice(skipped, skipped + wanted).join(''),
      );
    }
  });
});
