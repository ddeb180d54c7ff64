import { ValueOrder } from './ValueOrder';

// Long texts mostly differ early. What is behind is looked at only where this much is the same.
const PART = 128;

// eslint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7f]*$/;
const ACCENTS = /[\u0300-\u036f]/g;

/**
 * What texts are compared by.
 *
 * @internal
 */
export interface TextKey {
  text: string;
  /** Its beginning without case and accents. */
  plain: string;
}

/**
 * The order in which people look for names: `ada`, `Ada`, `Àda` stand together, and so do `Straße` and `Strasse`.
 * Texts are compared without their case and accents first, by code unit; where that makes no difference, as they are.
 * There is no language in it, so every machine gives the same order; a collator takes twice as long, and its order
 * changes with its version.
 *
 * @internal
 */
export const textOrder: ValueOrder<TextKey> = {
  keyOf: text => ({ text, plain: plainPart(text, 0) }),
  compare(a, b) {
    if (a.plain !== b.plain) {
      return a.plain < b.plain ? -1 : 1;
    }
    if (a.text === b.text) {
      return 0;
    }
    return compareRest(a.text, b.text) || (a.text < b.text ? -1 : 1);
  },
};

function compareRest(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  for (let at = PART; at < length; at += PART) {
    const [plainA, plainB] = [plainPart(a, at), plainPart(b, at)];
    if (plainA !== plainB) {
      return plainA < plainB ? -1 : 1;
    }
  }
  return 0;
}

function plainPart(text: string, at: number): string {
  const part = text.slice(at, at + PART);
  return ASCII.test(part)
    ? part.toLowerCase()
    : part
        .normalize('NFD')
        .replace(ACCENTS, '')
        // Some letters, such as ß, are others only in capitals.
        .toUpperCase()
        .toLowerCase();
}
