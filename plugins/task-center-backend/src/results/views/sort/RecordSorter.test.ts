import { createTestDatabases } from '../../../__testUtils__/createTestDatabases';
import { insertTask } from '../../../__testUtils__/insertTask';
import { applyMigrations } from '../../../database';
import {
  DatabaseSegmentStore,
  readTexts,
  StreamId,
  WorkPace,
} from '../../../streams';
import { CsvScanner } from '../../CsvScanner';
import { createRecordOrder } from './recordOrder';
import { RecordSink } from './RecordSink';
import { RecordSorter } from './RecordSorter';

const databases = createTestDatabases();

const ROWS = 4_000;

describe.each(databases.eachSupportedId())('RecordSorter in %p', id => {
  async function sort(limits: { runBytes: number; fanIn: number }) {
    const knex = await databases.init(id);
    await applyMigrations(knex);
    await insertTask(knex, { id: 'a-task', status: 'completed' });
    const segments = DatabaseSegmentStore.create(knex);
    const createSink = (stream: StreamId) =>
      RecordSink.create(stream, async unsaved => {
        const prepared = await segments.prepare(stream, unsaved.segments);
        await knex.transaction(transaction =>
          segments.put(prepared, transaction),
        );
      });
    const streamOf = (name: string) => ({ owner: 'a-task', stream: name });
    const sorter = RecordSorter.create({
      order: createRecordOrder(
        [{ name: 'n', type: 'BIGINT' }],
        [{ column: 0 }],
      ),
      pace: WorkPace.create(async () => {}),
      limits: { ...limits, bytes: 2 ** 30 },
      runs: {
        createSink: run => createSink(streamOf(`${run.pass}/${run.number}`)),
        async *read(run) {
          const stream = streamOf(`${run.pass}/${run.number}`);
          for await (const { text } of readTexts(segments, stream)) {
            yield text;
          }
        },
        removePass: async () => {},
      },
    });
    const shuffled = Array.from({ length: ROWS }, (_, n) => (n * 7919) % ROWS);
    const text = shuffled.map(n => `${n}\n`).join('');
    const scanner = CsvScanner.create(text, [true]);
    for (let position = 0; scanner.next(); position++) {
      if (sorter.take(position, scanner)) {
        await sorter.settle();
      }
    }
    const before = sorter.merging;
    const sink = createSink(streamOf('sorted'));
    await sorter.finish(sink);
    await sink.end();
    const sorted: string[] = [];
    for await (const part of readTexts(segments, streamOf('sorted'))) {
      sorted.push(...part.text.trim().split('\n'));
    }
    return { before, after: sorter.merging, sorted };
  }

  it.each([
    ['in memory', { runBytes: 2 ** 24, fanIn: 2 }, 1],
    // Four runs, merged by twos: each row is written twice.
    ['in several passes', { runBytes: 1, fanIn: 2 }, 2],
  ])('says how far merging is, %s', async (_, limits, times) => {
    const { before, after, sorted } = await sort(limits);
    expect(before).toBeUndefined();
    expect(after).toEqual({ done: times * ROWS, total: times * ROWS });
    expect(sorted.map(record => record.split(',')[1])).toEqual(
      Array.from({ length: ROWS }, (_row, n) => String(n)),
    );
  });
});
