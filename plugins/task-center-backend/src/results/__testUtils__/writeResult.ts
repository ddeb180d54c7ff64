import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { SegmentStore } from '../../streams';
import { ResultSetInfo } from '../ResultSetStore';
import { ResultWriter } from '../ResultWriter';

const ROOM = { bytes: Infinity, reason: 'result-bytes' } as const;

/** Stores a result set of the task `a-task`, in several portions. */
export async function writeResult(
  store: SegmentStore,
  options: {
    number: number;
    columns: ResultColumn[];
    rowCount: number;
    row(n: number): ResultRow;
  },
): Promise<ResultSetInfo> {
  const { number, columns, rowCount, row } = options;
  const writer = ResultWriter.create({
    ...{ taskId: 'a-task', number, statement: number * 10, columns },
  });
  let storedBytes = 0;
  const save = async () => {
    const unsaved = await writer.stream.unsaved();
    await store.put(await store.prepare(unsaved.stream, unsaved.segments));
    unsaved.saved();
    storedBytes = unsaved.storedBytes;
  };
  for (let n = 0; n < rowCount; n += 100) {
    const count = Math.min(100, rowCount - n);
    writer.write(
      Array.from({ length: count }, (_, i) => row(n + i)),
      ROOM,
    );
    if (n % 5_000 === 0) {
      await save();
    }
  }
  writer.end(false);
  await save();
  return { ...writer.info(), storedBytes };
}
