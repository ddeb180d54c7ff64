import { createRecordOrder } from './recordOrder';
import { SortedBatch } from './SortedBatch';

describe('SortedBatch', () => {
  it('gives records in their order, equal ones by position', () => {
    const columns = [{ name: 'n', type: 'INT' }];
    const order = createRecordOrder(columns, [{ column: 0 }]);
    const entries = ['10', '9', null, '9', '10'].map((value, position) => ({
      key: order.keyOfRow([value]),
      position,
      record: `${position},${value ?? ''}\n`,
    }));
    const batch = SortedBatch.create(entries, order);
    const records: string[] = [];
    while (batch.advance()) {
      expect(batch.record.startsWith(`${batch.position},`)).toBe(true);
      records.push(batch.record);
    }
    expect(records).toEqual(['2,\n', '1,9\n', '3,9\n', '0,10\n', '4,10\n']);
  });
});
