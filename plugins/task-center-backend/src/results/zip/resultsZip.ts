import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { ResultFormat, Task } from 'backstage-plugin-task-center-common';
import { SegmentStore } from '../../streams';
import { bufferSource, ByteSource } from '../bytes';
import {
  DescribedResult,
  WrittenFile,
  writeManifest,
} from '../describeResults';
import { formattedCsv } from '../format';
import { deflatedCsv } from '../storedCsv';
import { streamZip, StreamedFile } from './streamZip';
import { zipSource } from './zipSource';

const MANIFEST = 'manifest.json';

/**
 * What a zip of results is made of.
 *
 * @internal
 */
export interface ResultsZip {
  task: Task;
  results: DescribedResult[];
  segments: SegmentStore;
}

/**
 * The zip of a task's results as they are stored: a CSV per result set and `manifest.json`. The segments go into it as
 * they are, compressed when the rows came.
 *
 * @internal
 */
export function storedResultsZip(zip: ResultsZip): ByteSource {
  const { results, segments } = zip;
  const modifiedAt = modifiedAtOf(zip.task);
  const manifest = Buffer.from(writeManifest({ ...zip, format: {} }));
  return zipSource([
    ...results.map(({ result, fileName }) => ({
      name: fileName,
      modifiedAt,
      crc32: result.crc32,
      bytes: result.bytes,
      deflated: deflatedCsv(segments, result),
    })),
    {
      name: MANIFEST,
      modifiedAt,
      crc32: crc32(manifest),
      bytes: manifest.length,
      deflated: bufferSource(deflateRawSync(manifest)),
    },
  ]);
}

/**
 * The same with CSV files in a format of one's own, which are written while they are sent.
 *
 * @internal
 */
export function formattedResultsZip(
  zip: ResultsZip & { format: ResultFormat },
): AsyncIterable<Buffer> {
  return streamZip(formattedFiles(zip));
}

function* formattedFiles(
  zip: ResultsZip & { format: ResultFormat },
): Generator<StreamedFile> {
  const { task, results, segments, format } = zip;
  const modifiedAt = modifiedAtOf(task);
  const written: WrittenFile[] = [];
  for (const { result, fileName } of results) {
    const file = { bytes: 0, sha256: '' };
    written.push(file);
    const data = noting(formattedCsv(segments, result, format), file);
    yield { name: fileName, modifiedAt, data };
  }
  const manifest = Buffer.from(writeManifest({ ...zip, written }));
  yield { name: MANIFEST, modifiedAt, data: bufferSource(manifest).read() };
}

async function* noting(
  data: AsyncIterable<Buffer>,
  file: WrittenFile,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of data) {
    hash.update(chunk);
    file.bytes += chunk.length;
    yield chunk;
  }
  file.sha256 = hash.digest('hex');
}

function modifiedAtOf(task: Task): Date {
  return new Date(task.finishedAt ?? task.createdAt);
}
