import { ResultRow } from 'backstage-plugin-task-center-common';

/**
 * Reads back what `encodeCsvRecord` wrote, without loss.
 *
 * @internal
 */
export function* parseCsvRecords(text: string): Generator<ResultRow> {
  let at = 0;
  let row: ResultRow = [];
  while (at < text.length) {
    const field = parseField(text, at);
    row.push(field.value);
    if (text[field.end] === '\n') {
      yield row;
      row = [];
    }
    at = field.end + 1;
    // A comma before the line feed means one more field, an empty one.
  }
}

function parseField(
  text: string,
  start: number,
): { value: string | null; end: number } {
  if (text[start] !== '"') {
    const end = endOfPlainField(text, start);
    return { value: end === start ? null : text.slice(start, end), end };
  }
  let from = start + 1;
  let value = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      return { value, end: quote + 1 };
    }
    value += '"';
    from = quote + 2;
  }
}

function endOfPlainField(text: string, start: number): number {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 44 /* , */ || code === 10 /* \n */) {
      return at;
    }
  }
}
