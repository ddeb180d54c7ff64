import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { Texts } from '../../../translations';
import { formatBytes, writeClipboard } from '../../common';
import { GridRange } from '../grid/GridSelection';
import { RowSource } from '../rows/RowSource';
import { CopyStyle, formatCells } from './formatCells';

const MAX_CELLS = 500_000;
const MAX_CHARACTERS = 64_000_000;
const ROWS_AT_ONCE = 1_000;

/** @internal */
export interface CopyOptions {
  rows: RowSource;
  columns: ResultColumn[];
  /** The columns that are not hidden, to which the range counts. */
  shown: number[];
  range: GridRange;
  style: CopyStyle;
  /** Tells how many rows have been read. */
  onProgress(rows: number): void;
  t: Texts;
}

/**
 * Puts cells on the clipboard, and loads those that are not there yet. Gives a sentence on what it did.
 *
 * @throws Error with a sentence when it could not.
 * @internal
 */
export async function copyCells(options: CopyOptions): Promise<string> {
  const { columns, shown, range, style, t } = options;
  const chosen = shown.slice(range.firstColumn, range.lastColumn + 1);
  const count = chosen.length * (range.lastRow - range.firstRow + 1);
  if (count > MAX_CELLS) {
    throw new Error(
      t('resultExport.copy.tooMany', { number: count, max: MAX_CELLS }),
    );
  }
  await writeClipboard(async () => {
    const rows = await readRows(options, chosen);
    const table = { columns: chosen.map(index => columns[index]), rows };
    return formatCells(table, style);
  });
  return style.format === 'tsv'
    ? t('resultExport.copy.done', { count })
    : t('resultExport.copy.doneAs', {
        count,
        format: t(`resultExport.copy.${style.format}`),
      });
}

async function readRows(
  { rows, range, onProgress, t }: CopyOptions,
  chosen: number[],
): Promise<ResultRow[]> {
  const read: ResultRow[] = [];
  let characters = 0;
  for (let at = range.firstRow; at <= range.lastRow; ) {
    const known = rows.get(at);
    const part = known
      ? [known]
      : await rows.read(at, Math.min(ROWS_AT_ONCE, range.lastRow - at + 1));
    if (!part.length) {
      throw new Error(t('resultExport.copy.rowsGone'));
    }
    for (const { values } of part) {
      const row = chosen.map(column => values[column] ?? null);
      characters += row.reduce((sum, v) => sum + (v?.length ?? 4) + 1, 0);
      read.push(row);
    }
    if (characters > MAX_CHARACTERS) {
      throw new Error(
        t('resultExport.copy.tooLarge', {
          max: formatBytes(MAX_CHARACTERS, t),
        }),
      );
    }
    at += part.length;
    onProgress(read.length);
  }
  return read;
}
