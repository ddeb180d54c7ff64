import { BACKSLASH, DASH, HASH, isSpace, SLASH, STAR } from '../characters';
import { ScriptReader } from '../ScriptReader';

const EXCLAMATION_MARK = 33;
const CAPITAL_M = 77;

/**
 * What begins at a place outside quotes and comments. `wait` says that the next chunk decides.
 *
 * @internal
 */
export type Token =
  | 'wait'
  | 'escape'
  | 'delimiter'
  | 'lineComment'
  | 'blockComment'
  | 'executableComment'
  | 'other';

/**
 * Says what begins at the reader's position. The order of the questions is the client's, so that a delimiter may look
 * like a comment.
 *
 * @internal
 */
export function lookAt(reader: ScriptReader, delimiter: string): Token {
  const code = reader.peek(0);
  if (code === BACKSLASH) {
    return 'escape';
  }
  if (code === delimiter.charCodeAt(0)) {
    const matches = reader.matches(delimiter);
    if (matches !== false) {
      return matches ? 'delimiter' : 'wait';
    }
  }
  switch (code) {
    case HASH:
      return 'lineComment';
    case DASH:
      return lookAtDash(reader);
    case SLASH:
      return lookAtSlash(reader);
    default:
      return 'other';
  }
}

function lookAtDash(reader: ScriptReader): Token {
  const second = reader.peek(1);
  if (second !== DASH) {
    return second === undefined ? 'wait' : 'other';
  }
  // Where no statement has begun the client takes any two dashes for a comment.
  if (!reader.inStatement) {
    return 'lineComment';
  }
  const third = reader.peek(2);
  if (third === undefined) {
    return 'wait';
  }
  return isSpace(third) ? 'lineComment' : 'other';
}

/**
 * Asks in a block comment too, because the client looks for the beginning of comments there.
 *
 * @internal
 */
export function lookAtSlash(reader: ScriptReader): Token {
  const second = reader.peek(1);
  if (second !== STAR) {
    return second === undefined ? 'wait' : 'other';
  }
  const third = reader.peek(2);
  if (third === EXCLAMATION_MARK) {
    return 'executableComment';
  }
  if (third !== CAPITAL_M) {
    return third === undefined ? 'wait' : 'blockComment';
  }
  const fourth = reader.peek(3);
  if (fourth === undefined) {
    return 'wait';
  }
  return fourth === EXCLAMATION_MARK ? 'other' : 'blockComment';
}
