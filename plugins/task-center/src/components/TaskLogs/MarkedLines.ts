/**
 * Lines in a row that a link leads to.
 *
 * @internal
 */
export interface MarkedLines {
  /** The first, by its number in the whole log, from 0. */
  from: number;
  /** The last. */
  to: number;
}

/**
 * Reads them from an address, where they count from 1: `7`, or `7-12`.
 *
 * @internal
 */
export function parseMarkedLines(text: string | null): MarkedLines | undefined {
  const [, first, last = first] =
    /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(text ?? '') ?? [];
  const from = Number(first) - 1;
  const to = Number(last) - 1;
  return from >= 0 && to >= from ? { from, to } : undefined;
}

/** @internal */
export function formatMarkedLines({ from, to }: MarkedLines): string {
  return from === to ? `${from + 1}` : `${from + 1}-${to + 1}`;
}

/**
 * These lines and all up to another one.
 *
 * @internal
 */
export function extendMarkedLines(
  marked: MarkedLines | undefined,
  line: number,
): MarkedLines {
  const start = marked?.from ?? line;
  return { from: Math.min(start, line), to: Math.max(start, line) };
}
