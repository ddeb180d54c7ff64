/**
 * Lines in a row: those that are selected, or that a link leads to.
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
 * Reads them from an address, where they count from 1: `7`, or `7-12`, or `L7-L12` as elsewhere.
 *
 * @internal
 */
export function parseMarkedLines(text: string | null): MarkedLines | undefined {
  const [, first, last = first] =
    /^L?(\d{1,15})(?:-L?(\d{1,15}))?$/i.exec(text ?? '') ?? [];
  const from = Number(first) - 1;
  const to = Number(last) - 1;
  return from >= 0 && to >= from ? { from, to } : undefined;
}

/** @internal */
export function formatMarkedLines({ from, to }: MarkedLines): string {
  return from === to ? `${from + 1}` : `${from + 1}-${to + 1}`;
}

/**
 * A line and all up to another one, which may stand before it.
 *
 * @internal
 */
export function linesBetween(line: number, other: number): MarkedLines {
  return { from: Math.min(line, other), to: Math.max(line, other) };
}
