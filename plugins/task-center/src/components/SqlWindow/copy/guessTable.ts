const NAME = '(?:`(?:[^`]|``)+`|"(?:[^"]|"")+"|[\\p{L}_][\\p{L}\\p{N}_$]*)';
const FIRST_TABLE = new RegExp(
  `\\bfrom\\s+(${NAME}(?:\\s*\\.\\s*${NAME}){0,2})`,
  'iu',
);

/**
 * The table that a statement seems to read, as it is written there; the first of several.
 *
 * @internal
 */
export function guessTable(statement: string | undefined): string | undefined {
  const text = (statement ?? '').replace(
    /\/\*[^]*?\*\/|--[^\n]*|#[^\n]*|'(?:[^'\\]|\\.|'')*'/g,
    ' ',
  );
  return FIRST_TABLE.exec(text)?.[1].replace(/\s*\.\s*/g, '.');
}
