import JSZip from 'jszip';
import {
  encodeCsvRecord,
  ResultSet,
} from 'backstage-plugin-task-center-common';
import { TaskCenterApi } from '../../../api';
import { Texts } from '../../../translations';
import { bundleFileName } from './bundleFileName';

/**
 * A bundle is put together in the browser's memory, so it must not be larger than this.
 *
 * @internal
 */
export const MAX_BUNDLE_BYTES = 50_000_000;

const PAGE_ROWS = 1_000;

/** @internal */
export interface BundleOptions {
  api: Pick<TaskCenterApi, 'getRows'>;
  taskId: string;
  resultSets: ResultSet[];
  /** The text of a statement, by its number. */
  statementText(statement: number): string | undefined;
  signal: AbortSignal;
  t: Texts;
  /** Called with the number of rows that have been read of all sets together. */
  onProgress?(rows: number): void;
}

/**
 * Reads result sets from the backend and makes a zip of them, one CSV each.
 *
 * @internal
 */
export async function bundleResultSets(options: BundleOptions): Promise<Blob> {
  const { resultSets, statementText } = options;
  const zip = new JSZip();
  let rowsRead = 0;
  for (const resultSet of resultSets) {
    const parts = [encodeCsvRecord(resultSet.columns.map(({ name }) => name))];
    for await (const rows of readPages(options, resultSet)) {
      parts.push(rows.map(encodeCsvRecord).join(''));
      rowsRead += rows.length;
      options.onProgress?.(rowsRead);
    }
    zip.file(
      bundleFileName(resultSet.index, statementText(resultSet.statement)),
      parts.join(''),
    );
  }
  return zip.generateAsync({
    type: 'blob',
    compression: 'DEFLATE',
    mimeType: 'application/zip',
  });
}

async function* readPages(options: BundleOptions, resultSet: ResultSet) {
  const { api, taskId, signal, t } = options;
  let offset = 0;
  while (offset < resultSet.rowCount) {
    const { items } = await api.getRows(taskId, resultSet.index, {
      offset,
      limit: Math.min(PAGE_ROWS, resultSet.rowCount - offset),
      signal,
    });
    signal.throwIfAborted();
    if (!items.length) {
      throw new Error(
        t('resultExport.bundle.notWhole', {
          index: resultSet.index,
          read: offset,
          total: resultSet.rowCount,
        }),
      );
    }
    yield items;
    offset += items.length;
  }
}
