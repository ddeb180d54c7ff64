/**
 * Returns the delimiter, or throws a TypeError that says what is wrong with it.
 *
 * @internal
 */
export function checkDelimiter(delimiter: string): string {
  if (delimiter === '') {
    throw new TypeError('The delimiter must not be blank.');
  }
  if (/\s/.test(delimiter)) {
    throw new TypeError('The delimiter must not contain white space.');
  }
  if (delimiter.includes('\\')) {
    throw new TypeError('The delimiter must not contain a backslash.');
  }
  return delimiter;
}
