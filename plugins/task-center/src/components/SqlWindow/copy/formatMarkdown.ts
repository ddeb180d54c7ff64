import { CopyTable } from './CopyTable';
import { columnKind } from '../grid/columnKind';

/**
 * A table for a ticket or a chat. Numbers are aligned to the right; NULL is set apart from the text.
 *
 * @internal
 */
export function formatMarkdown({ columns, rows }: CopyTable): string {
  const head = columns.map(({ name }) => escape(name));
  const rule = columns.map(({ type }) =>
    columnKind(type) === 'number' ? '---:' : '---',
  );
  const body = rows.map(row =>
    row.map(value => (value === null ? '*NULL*' : escape(value))),
  );
  return [head, rule, ...body]
    .map(cells => `| ${cells.join(' | ')} |\n`)
    .join('');
}

function escape(text: string): string {
  return text
    .replace(/[\\`*|]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\r\n|\r|\n/g, '<br>');
}
