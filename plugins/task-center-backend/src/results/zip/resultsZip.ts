import { TextReader, ZipWriter, configure } from '@zip.js/zip.js';
import { Readable, Writable } from 'node:stream';
import { Task } from 'backstage-plugin-task-center-common';
import { FINAL_BLOCK, SegmentStore } from '../streams';
import { resultFileName } from './resultFileName';
import { ResultSetInfo, resultStream } from './ResultSetStore';

configure({ useWebWorkers: false });

/**
 * A result set and the statement that returned it.
 *
 * @internal
 */
export interface ZipEntry {
  result: ResultSetInfo;
  /** The beginning of the statement. */
  statementText: string;
}

/**
 * Writes the zip of a task's results: a CSV per result set and `manifest.json`. The segments go into it as they are,
 * compressed when the rows came.
 *
 * @internal
 */
export async function writeResultsZip(options: {
  task: Task;
  entries: ZipEntry[];
  segments: SegmentStore;
  destination: Writable;
}): Promise<void> {
  const { task, entries, segments } = options;
  const zip = new ZipWriter(Writable.toWeb(options.destination), {
    lastModDate: new Date(task.finishedAt ?? task.createdAt),
  });
  for (const { result, statementText } of entries) {
    await zip.add(
      resultFileName({ number: result.number, statementText }, entries.length),
      Readable.toWeb(
        Readable.from(deflatedCsv(segments, result)),
      ) as ReadableStream<Uint8Array>,
      {
        passThrough: true,
        compressionMethod: 8,
        uncompressedSize: result.bytes,
        crc32: result.crc32,
      },
    );
  }
  const manifest = JSON.stringify(describe(task, entries), undefined, 2);
  await zip.add('manifest.json', new TextReader(`${manifest}\n`));
  await zip.close();
}

async function* deflatedCsv(
  segments: SegmentStore,
  result: ResultSetInfo,
): AsyncGenerator<Buffer> {
  const stream = resultStream(result.taskId, result.number);
  let left = result.bytes;
  for await (const segment of segments.read(stream)) {
    left -= segment.rawBytes;
    yield segment.data;
  }
  if (left !== 0) {
    throw new Error('The result set was removed while it was downloaded');
  }
  yield FINAL_BLOCK;
}

function describe(task: Task, entries: ZipEntry[]) {
  return {
    task: {
      id: task.id,
      name: task.name,
      connection: task.connection,
      status: task.status,
      createdBy: task.createdBy,
      finishedAt: task.finishedAt,
      scriptSha256: task.scriptSha256,
    },
    format: {
      encoding: 'utf-8',
      separator: ',',
      null: 'an empty field',
      emptyString: '""',
      binary: '0x and hex digits',
    },
    results: entries.map(({ result, statementText }) => ({
      file: resultFileName(
        { number: result.number, statementText },
        entries.length,
      ),
      statement: result.statement,
      sql: statementText,
      columns: result.columns,
      rows: result.rowCount,
      bytes: result.bytes,
      sha256: result.sha256,
      truncated: result.truncated,
      partial: result.partial,
    })),
  };
}
