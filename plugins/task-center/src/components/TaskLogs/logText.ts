import { LogLine } from 'backstage-plugin-task-center-common';
import { PageCache } from '../../longList';
import { formatCount, formatQuantity } from '../common';

const MAX_COPIED_LINES = 20_000;

/**
 * A line as it stands in the downloaded log, with its time in UTC.
 *
 * @internal
 */
export function toLogText({ time, level, statement, message }: LogLine) {
  const number = statement === undefined ? '' : `#${statement} `;
  return `${time} ${level.padEnd(5)} ${number}${message}`;
}

/**
 * Puts lines on the clipboard: what is selected in the list, or else the whole log if it is not too long, or else what
 * of it is loaded. Gives a sentence on what it did.
 *
 * @internal
 */
export async function copyLog(
  cache: PageCache<LogLine>,
  list: HTMLElement | null,
): Promise<string> {
  const selected = selectedText(list);
  if (selected) {
    await navigator.clipboard.writeText(selected);
    return 'The selection is copied.';
  }
  const lines: LogLine[] = [];
  if (cache.total <= MAX_COPIED_LINES) {
    for (let position = 0; position < cache.total; position++) {
      const line = await cache.fetch(position);
      if (line) {
        lines.push(line);
      }
    }
  } else {
    for (const [, line] of cache.loaded()) {
      lines.push(line);
    }
  }
  await navigator.clipboard.writeText(
    lines.map(line => `${toLogText(line)}\n`).join(''),
  );
  return lines.length === cache.total
    ? `${formatQuantity(lines.length, 'line')} copied.`
    : `The ${formatCount(
        lines.length,
      )} lines that are loaded are copied, of ${formatCount(
        cache.total,
      )}. Download has them all.`;
}

function selectedText(list: HTMLElement | null): string {
  const selection = document.getSelection();
  const isInList =
    selection?.anchorNode && list?.contains(selection.anchorNode);
  return isInList ? selection.toString() : '';
}
