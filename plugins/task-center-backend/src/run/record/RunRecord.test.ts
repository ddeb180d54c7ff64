import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import { insertTask } from '../../__testUtils__/insertTask';
import { applyMigrations } from '../../database';
import { ResultSetStore } from '../../results';
import { DatabaseSegmentStore } from '../../streams';
import { RunRecord } from './RunRecord';

const databases = createTestDatabases();
const ROOM = { bytes: Infinity, reason: 'result-bytes' } as const;

describe.each(databases.eachSupportedId())('RunRecord in %p', databaseId => {
  it('goes on as if nothing had been when storage fails and is there again', async () => {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    const task = await insertTask(knex, { id: 'a-task', status: 'running' });
    const segments = DatabaseSegmentStore.create(knex);
    const prepare = jest.spyOn(segments, 'prepare');
    const record = RunRecord.create({
      knex,
      segments,
      resultSetStore: ResultSetStore.create(knex),
      task,
      patienceMs: 0,
    });
    const writer = record.addResultSet(1, [{ name: 'a', type: 'TEXT' }]);
    const rows = Array.from({ length: 30 }, () => ['x'.repeat(100_000)]);

    prepare.mockRejectedValue(new Error('out of order'));
    record.change({ server_session: 'session 7' });
    writer.write(rows, ROOM);
    await record.makeRoom();
    // What was begun ahead fails, which nobody is told as long as there is room.
    await new Promise(resolve => setTimeout(resolve, 100));
    prepare.mockRestore();

    await record.save();
    const [row] = await knex('tasks');
    expect(row.server_session).toBe('session 7');
    for (let n = 0; n < 4; n++) {
      writer.write(rows, ROOM);
      await record.makeRoom();
    }
    writer.end(false);
    await record.finish('completed');
    const [set] = await knex('result_sets');
    expect(Number(set.row_count)).toBe(150);
    const [{ bytes }] = await knex('segments')
      .where({ stream: 'result/1' })
      .sum({ bytes: 'raw_bytes' });
    expect(Number(bytes)).toBe(Number(set.bytes));
  });

  it('tells of a storage that stays away to those who have to wait', async () => {
    const knex = await databases.init(databaseId);
    await applyMigrations(knex);
    const task = await insertTask(knex, { id: 'a-task', status: 'running' });
    const segments = DatabaseSegmentStore.create(knex);
    jest
      .spyOn(segments, 'prepare')
      .mockRejectedValue(new Error('out of order'));
    const record = RunRecord.create({
      knex,
      segments,
      resultSetStore: ResultSetStore.create(knex),
      task,
      patienceMs: 0,
    });
    const writer = record.addResultSet(1, [{ name: 'a', type: 'TEXT' }]);
    const rows = Array.from({ length: 100 }, () => ['x'.repeat(100_000)]);
    writer.write(rows, ROOM);
    await expect(record.makeRoom()).rejects.toThrow(
      expect.objectContaining({ name: 'StorageError' }),
    );
  });
});
