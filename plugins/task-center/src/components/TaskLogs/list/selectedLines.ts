import { ClipboardEvent } from 'react';
import { LogLine } from 'backstage-plugin-task-center-common';
import { PageCache } from '../../../longList';
import { toLogText } from '../logText';

/**
 * What of a list of lines is selected: part of one line as it is, or whole lines as they stand in the downloaded log.
 *
 * @internal
 */
export function selectedLines(
  cache: PageCache<LogLine>,
  list: HTMLElement | null,
): string {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed || !list) {
    return '';
  }
  const range = selection.getRangeAt(0);
  const rows = [...list.querySelectorAll<HTMLElement>('[data-index]')].filter(
    row => range.intersectsNode(row),
  );
  if (rows.length <= 1) {
    return rows.length ? selection.toString() : '';
  }
  return rows
    .map(row => cache.get(Number(row.dataset.index)))
    .map(line => (line ? `${toLogText(line)}\n` : ''))
    .join('');
}

/**
 * Puts whole lines on the clipboard when more than one is selected, in place of their parts one below the other.
 *
 * @internal
 */
export function copySelection(
  event: ClipboardEvent<HTMLElement>,
  cache: PageCache<LogLine>,
): void {
  const text = selectedLines(cache, event.currentTarget);
  if (text.endsWith('\n')) {
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  }
}
