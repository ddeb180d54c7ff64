import { compareDecimals, Decimal, parseDecimal } from './parseDecimal';
import { textOrder } from './textOrder';
import { ValueOrder } from './ValueOrder';

// So many digits come through a double as they are: what differs stays different, in the same order.
const SHORT = /^-?\d+(?:\.\d+)?$/;
const SHORT_CHARACTERS = 15;

const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const NOT_A_NUMBER = /^nan$/i;

/** What comes behind what. */
const NUMBER = 0;
const NAN = 1;
const OTHER = 2;

interface LongNumber {
  kind: typeof NUMBER | typeof NAN | typeof OTHER;
  /** The nearest double. Of two numbers with different ones, the smaller double is the smaller number. */
  near: number;
  text: string;
  decimal?: Decimal;
}

/**
 * What numbers are compared by: a short one is a JavaScript number.
 *
 * @internal
 */
export type NumberKey = number | LongNumber;

/**
 * The order of numbers, exact at any length. Behind all numbers, and `Infinity`, comes `NaN`, and then what is no
 * number at all, in the order of texts.
 *
 * @internal
 */
export const numberOrder: ValueOrder<NumberKey> = {
  keyOf(value) {
    return value.length <= SHORT_CHARACTERS && SHORT.test(value)
      ? Number(value)
      : readLong(value);
  },
  compare(a, b) {
    if (typeof a === 'number' && typeof b === 'number') {
      return order(a, b);
    }
    return compareLong(toLong(a), toLong(b));
  },
};

function readLong(text: string): LongNumber {
  const decimal = parseDecimal(text);
  if (decimal) {
    return { kind: NUMBER, near: Number(text), text, decimal };
  }
  const infinite = INFINITE.exec(text);
  if (infinite) {
    const near = infinite[1] === '-' ? -Infinity : Infinity;
    return { kind: NUMBER, near, text };
  }
  return { kind: NOT_A_NUMBER.test(text) ? NAN : OTHER, near: 0, text };
}

function toLong(key: NumberKey): LongNumber {
  return typeof key === 'number' ? readLong(String(key)) : key;
}

function compareLong(a: LongNumber, b: LongNumber): number {
  if (a.kind !== b.kind || a.near !== b.near) {
    return a.kind - b.kind || order(a.near, b.near);
  }
  if (a.kind !== NUMBER) {
    return a.kind === NAN ? 0 : compareTexts(a.text, b.text);
  }
  if (a.decimal && b.decimal) {
    return compareDecimals(a.decimal, b.decimal);
  }
  if (!a.decimal && !b.decimal) {
    return 0;
  }
  // Infinity lies beyond every number that has digits.
  return Boolean(a.decimal) === a.near > 0 ? -1 : 1;
}

function compareTexts(a: string, b: string): number {
  return textOrder.compare(textOrder.keyOf(a), textOrder.keyOf(b));
}

function order(a: number, b: number): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
