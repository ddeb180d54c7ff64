/**
 * The beginning of a statement in one line, for the log.
 *
 * @internal
 */
export function firstWords(sql: string, length: number = 80): string {
  const line = sql
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

const numbers = new Intl.NumberFormat('en');

/**
 * A count with its noun.
 *
 * @internal
 */
export function plural(count: number, noun: string): string {
  return `${numbers.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * A time span as people say it.
 *
 * @internal
 */
export function formatMs(ms: number): string {
  if (ms < 1) {
    return `${ms.toFixed(1)} ms`;
  }
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
