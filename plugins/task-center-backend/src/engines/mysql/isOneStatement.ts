const NUL = 0;
const TAB = 9;
const LINE_FEED = 10;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const DOLLAR = 36;
const APOSTROPHE = 39;
const ASTERISK = 42;
const HYPHEN = 45;
const SLASH = 47;
const SEMICOLON = 59;
const BACKSLASH = 92;
const BACKTICK = 96;
const DELETE = 127;

/**
 * Finds out, with the rules of the server's own reader, whether a text is one statement whatever stands behind it.
 *
 * @param backslashEscapes - whether a backslash in a string hides the character behind it
 * @returns false when in doubt: it has a semicolon outside of strings and comments, or something in it has no end, or a
 * setting decides
 * @internal
 */
export function isOneStatement(
  sql: string,
  backslashEscapes: boolean,
): boolean {
  let at = 0;
  while (at >= 0 && at < sql.length) {
    switch (sql.charCodeAt(at)) {
      case APOSTROPHE:
        at = afterString(sql, at, backslashEscapes);
        break;
      case DOUBLE_QUOTE:
        at = afterName(sql, at, '"');
        break;
      case BACKTICK:
        at = afterName(sql, at, '`');
        break;
      case HASH:
        at = afterLine(sql, at);
        break;
      case HYPHEN:
        at = beginsComment(sql, at) ? afterLine(sql, at) : at + 1;
        break;
      case SLASH:
        at =
          sql.charCodeAt(at + 1) === ASTERISK ? afterComment(sql, at) : at + 1;
        break;
      // MySQL 9 has strings between dollar signs.
      case DOLLAR:
      case SEMICOLON:
      case BACKSLASH:
      case NUL:
        return false;
      default:
        at++;
    }
  }
  return at >= 0;
}

// All of these give -1 when there is no end. A doubled quote is the end of a string and the beginning of the next.

function afterString(sql: string, start: number, backslashEscapes: boolean) {
  let end = sql.indexOf("'", start + 1);
  let backslash = sql.indexOf('\\', start + 1);
  if (backslash < 0 || end < backslash) {
    return end < 0 ? -1 : end + 1;
  }
  if (!backslashEscapes) {
    return end + 1;
  }
  while (backslash >= 0 && backslash < end) {
    if (backslash + 1 === end) end = sql.indexOf("'", end + 1);
    backslash = sql.indexOf('\\', backslash + 2);
  }
  return end < 0 ? -1 : end + 1;
}

// Between double quotes may be a name, in which a backslash is a character like any other, or a string.
function afterName(sql: string, start: number, quote: string): number {
  const end = sql.indexOf(quote, start + 1);
  if (end < 0) {
    return -1;
  }
  const backslash = quote === '"' ? sql.indexOf('\\', start + 1) : -1;
  return backslash >= 0 && backslash < end ? -1 : end + 1;
}

function beginsComment(sql: string, at: number): boolean {
  if (sql.charCodeAt(at + 1) !== HYPHEN) {
    return false;
  }
  const next = at + 2 < sql.length ? sql.charCodeAt(at + 2) : LINE_FEED;
  return next <= SPACE || next === TAB || next === DELETE;
}

function afterLine(sql: string, start: number): number {
  const end = sql.indexOf('\n', start);
  return end < 0 ? -1 : end + 1;
}

// The server runs what stands in comments like /*! this one */, and reads hints from others.
function afterComment(sql: string, start: number): number {
  if ('!M+'.includes(sql.charAt(start + 2) || ' ')) {
    return -1;
  }
  const end = sql.indexOf('*/', start + 2);
  return end < 0 ? -1 : end + 2;
}
