const counts = new Intl.NumberFormat('en-US');
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/**
 * A whole number with its thousands marked: `1,204`.
 *
 * @internal
 */
export function formatCount(value: number): string {
  return counts.format(value);
}

const estimates = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  maximumSignificantDigits: 2,
});

/**
 * A number that is nowhere near exact: `3`, `940`, `1.2K`, `3.4M`.
 *
 * @internal
 */
export function formatEstimate(value: number): string {
  return estimates.format(value);
}

/**
 * A count with its noun: `1 row`, `2 rows`.
 *
 * @internal
 */
export function formatQuantity(
  value: number,
  singular: string,
  plural = `${singular}s`,
): string {
  return `${formatCount(value)} ${value === 1 ? singular : plural}`;
}

/**
 * A size in decimal units: `412 kB`, `4.2 MB`.
 *
 * @internal
 */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${BYTE_UNITS[unit]}`;
}

/**
 * How long something took, from milliseconds: `0.3 ms`, `12 ms`, `1.24 s`, `01:37`, `02:01:37`.
 *
 * @internal
 */
export function formatDuration(ms: number): string {
  if (ms < 10) {
    return `${Number(ms.toFixed(1))} ms`;
  }
  if (ms < 999.5) {
    return `${Math.round(ms)} ms`;
  }
  if (ms < 59_995) {
    return `${(ms / 1000).toFixed(ms < 9_995 ? 2 : 1)} s`;
  }
  return formatClock(ms);
}

/**
 * A time that goes on, from milliseconds, in whole seconds: `00:37`, `01:02:37`.
 *
 * @internal
 */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const pad = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return hours ? `${pad(hours)}:${rest}` : rest;
}

/**
 * How long a task has run, from milliseconds: `0.4 s`, `12.3 s` with one digit, `12 s` with none, and from a minute on
 * `01:37`, `02:01:37`.
 *
 * @internal
 */
export function formatElapsed(ms: number, digits: 0 | 1): string {
  const seconds = Math.max(0, ms / 1000).toFixed(digits);
  return Number(seconds) < 60 ? `${seconds} s` : formatClock(ms);
}

/**
 * A limit in seconds, in the units that a person would choose: `48 h`, `1 h 30 min`, `45 s`.
 *
 * @internal
 */
export function formatSeconds(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const text = parts
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(' ');
  return text || '0 s';
}

/**
 * A number as a person types it, with or without thousands marks, or `undefined` when it is none.
 *
 * @internal
 */
export function parseTypedNumber(text: string): number | undefined {
  const plain = text.trim().replace(/(\d)[,_ ](?=\d{3}\b)/g, '$1');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/**
 * A place in a line: `1st`, `2nd`, `3rd`, `11th`.
 *
 * @internal
 */
export function formatOrdinal(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) {
    return `${value}th`;
  }
  const suffix = ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
  return `${value}${suffix}`;
}
