import type { Texts } from '../../translations';

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];
const numberFormats = new Map<string, Intl.NumberFormat>();

/**
 * A whole number with its thousands marked: `1,204`.
 *
 * @internal
 */
export function formatCount(value: number, t: Texts): string {
  return numberFormat(t).format(value);
}

/**
 * A number that is nowhere near exact: `3`, `940`, `1.2K`, `3.4M`.
 *
 * @internal
 */
export function formatEstimate(value: number, t: Texts): string {
  return numberFormat(t, {
    notation: 'compact',
    maximumSignificantDigits: 2,
    // As counts are written: a language without a word for thousands has them here, too.
    useGrouping: true,
  }).format(value);
}

/**
 * A part of a whole from 0 to 1, which is whole only at its end: `0%`, `24%`, `99%`, `100%`.
 *
 * @internal
 */
export function formatPercent(part: number, t: Texts): string {
  return numberFormat(t, { style: 'percent' }).format(
    // 0.29 * 100 is a little less than 29.
    Math.floor(part * 100 + 1e-9) / 100,
  );
}

/**
 * A size in decimal units: `412 kB`, `4.2 MB`.
 *
 * @internal
 */
export function formatBytes(bytes: number, t: Texts): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${formatDecimal(value, digits, t)} ${BYTE_UNITS[unit]}`;
}

/**
 * How long something took, from milliseconds: `0.3 ms`, `12 ms`, `1.24 s`, `01:37`, `02:01:37`.
 *
 * @internal
 */
export function formatDuration(ms: number, t: Texts): string {
  if (ms < 999.5) {
    const value = numberFormat(t, {
      maximumFractionDigits: ms < 10 ? 1 : 0,
    }).format(ms);
    return t('common.duration.ms', { value });
  }
  if (ms < 59_995) {
    const digits = ms < 9_995 ? 2 : 1;
    return t('common.duration.s', {
      value: formatDecimal(ms / 1000, digits, t),
    });
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
export function formatElapsed(ms: number, digits: 0 | 1, t: Texts): string {
  const seconds = Math.max(0, ms / 1000);
  return Number(seconds.toFixed(digits)) < 60
    ? t('common.duration.s', { value: formatDecimal(seconds, digits, t) })
    : formatClock(ms);
}

/**
 * A limit in seconds, in the units that a person would choose: `48 h`, `1 h 30 min`, `45 s`.
 *
 * @internal
 */
export function formatSeconds(seconds: number, t: Texts): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const text = parts
    .filter(([value]) => value > 0)
    .map(([value, unit]) =>
      t(`common.duration.${unit}`, { value: String(value) }),
    )
    .join(' ');
  return text || t('common.duration.s', { value: '0' });
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
export function formatOrdinal(value: number, t: Texts): string {
  const locale = t('common.locale.numbers');
  const rules = new Intl.PluralRules(locale, { type: 'ordinal' });
  return t(`common.ordinal.${rules.select(value)}`, { value });
}

function formatDecimal(value: number, digits: number, t: Texts): string {
  return numberFormat(t, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** One for each language and way to write, because to make one takes long. */
function numberFormat(
  t: Texts,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const locale = t('common.locale.numbers');
  const key = `${locale} ${Object.entries(options)}`;
  const format =
    numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, format);
  return format;
}
