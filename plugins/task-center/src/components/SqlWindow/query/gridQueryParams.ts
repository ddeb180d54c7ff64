import { ResultSort } from 'backstage-plugin-task-center-common';

/**
 * Reads an order as it stands in the address: the numbers of the columns, from 1, with a minus where it is descending
 * (`4,-2`). What makes no sense is left out.
 *
 * @internal
 */
export function parseSort(
  text: string | null,
  columnCount: number,
): ResultSort[] {
  const sort: ResultSort[] = [];
  for (const part of text?.split(',') ?? []) {
    const number = /^-?\d+$/.test(part) ? Number(part) : 0;
    const column = Math.abs(number) - 1;
    const isKnown = sort.some(other => other.column === column);
    if (column >= 0 && column < columnCount && !isKnown) {
      sort.push(number < 0 ? { column, descending: true } : { column });
    }
  }
  return sort;
}

/** @internal */
export function formatSort(sort: ResultSort[]): string {
  return sort
    .map(({ column, descending }) => (descending ? -1 : 1) * (column + 1))
    .join();
}

/**
 * Reads the hidden columns as they stand in the address: their numbers, from 1, where several in a row are told by the
 * first and the last (`3,7-9`). One column is always left to be seen.
 *
 * @internal
 */
export function parseHidden(
  text: string | null,
  columnCount: number,
): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const part of text?.split(',') ?? []) {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    const end = Math.min(Number(last), columnCount);
    for (let number = Math.max(1, Number(first)); number <= end; number++) {
      hidden.add(number - 1);
    }
  }
  return hidden.size < columnCount ? hidden : new Set();
}

/** @internal */
export function formatHidden(hidden: Iterable<number>): string {
  const parts: string[] = [];
  const sorted = [...hidden].sort((a, b) => a - b);
  for (let i = 0; i < sorted.length; i++) {
    const first = sorted[i];
    while (sorted[i + 1] === sorted[i] + 1) {
      i += 1;
    }
    const last = sorted[i];
    parts.push(first === last ? `${first + 1}` : `${first + 1}-${last + 1}`);
  }
  return parts.join();
}
