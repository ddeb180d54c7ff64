/**
 * A number as its sign, its digits without zeros at either end, and the place of the point before them: the value is
 * `sign × 0.digits × 10^exponent`.
 *
 * @internal
 */
export interface Decimal {
  sign: -1 | 0 | 1;
  digits: string;
  exponent: number;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;
const ZERO: Decimal = { sign: 0, digits: '', exponent: 0 };

/**
 * Reads a number of any length as databases write it.
 *
 * @returns undefined when the text is no number
 * @internal
 */
export function parseDecimal(text: string): Decimal | undefined {
  const match = DECIMAL.exec(text);
  if (!match) {
    return undefined;
  }
  const [, sign, whole, fraction = '', power = '0'] = match;
  const all = whole + fraction;
  if (all === '') {
    return undefined;
  }
  const zeros = leadingZeros(all);
  return zeros === all.length
    ? ZERO
    : {
        sign: sign === '-' ? -1 : 1,
        digits: all.slice(zeros, all.length - trailingZeros(all)),
        exponent: whole.length - zeros + Number(power),
      };
}

/**
 * Compares two numbers exactly.
 *
 * @internal
 */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.sign !== b.sign || a.sign === 0) {
    return a.sign - b.sign;
  }
  if (a.exponent !== b.exponent) {
    return a.exponent < b.exponent ? -a.sign : a.sign;
  }
  if (a.digits === b.digits) {
    return 0;
  }
  return a.digits < b.digits ? -a.sign : a.sign;
}

function leadingZeros(digits: string): number {
  let count = 0;
  while (digits.charCodeAt(count) === 48) {
    count += 1;
  }
  return count;
}

function trailingZeros(digits: string): number {
  let count = 0;
  while (digits.charCodeAt(digits.length - 1 - count) === 48) {
    count += 1;
  }
  return count;
}
