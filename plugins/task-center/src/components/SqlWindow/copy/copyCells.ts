import { ResultColumn, ResultRow } from 'backstage-plugin-task-center-common';
import { formatBytes, formatCount, formatQuantity } from '../../common';
import { GridRange } from '../grid/GridSelection';
import { RowSource } from '../rows/RowSource';
import { COPY_FORMATS } from './CopyFormat';
import { CopyStyle, formatCells } from './formatCells';
import { writeClipboard } from './writeClipboard';

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
}

/**
 * Puts cells on the clipboard, and loads those that are not there yet. Gives a sentence on what it did.
 *
 * @throws Error with a sentence when it could not.
 * @internal
 */
export async function copyCells(options: CopyOptions): Promise<string> {
  const { columns, shown, range, style } = options;
  const chosen = shown.slice(range.firstColumn, range.lastColumn + 1);
  const count = chosen.length * (range.lastRow - range.firstRow + 1);
  if (count > MAX_CELLS) {
    throw new Error(
      `These are ${formatCount(count)} cells; at most ${formatCount(
        MAX_CELLS,
      )} can be copied at once. Use Download Results for more.`,
    );
  }
  await writeClipboard(async () => {
    const rows = await readRows(options, chosen);
    const table = { columns: chosen.map(index => columns[index]), rows };
    return formatCells(table, style);
  });
  const what = count === 1 ? 'The cell is' : `${formatQuantity(count, 'cell')}`;
  return style.format === 'tsv'
    ? `${what} copied.`
    : `${what} copied as ${labelOf(style)}.`;
}

async function readRows(
  { rows, range, onProgress }: CopyOptions,
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
      throw new Error('Some of the rows are not there any more.');
    }
    for (const { values } of part) {
      const row = chosen.map(column => values[column] ?? null);
      characters += row.reduce((sum, v) => sum + (v?.length ?? 4) + 1, 0);
      read.push(row);
    }
    if (characters > MAX_CHARACTERS) {
      throw new Error(
        `These cells hold more than ${formatBytes(
          MAX_CHARACTERS,
        )}, which is too much to copy at once. Use Download Results.`,
      );
    }
    at += part.length;
    onProgress(read.length);
  }
  return read;
}

function labelOf({ format }: CopyStyle): string {
  return COPY_FORMATS.find(({ id }) => id === format)!.label.replace('…', '');
}
