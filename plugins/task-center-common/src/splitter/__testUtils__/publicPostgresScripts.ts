import { readFileSync } from 'node:fs';
import { publicScripts } from './publicScripts';

const COPY_WITH_DATA =
  /^copy\b[^;]*\bfrom\s+std(?:in|out)\b[^;]*;\n(?:[^]*?\n)?\\\.\n/gim;

/** Otherwise the splitter would have to refuse them one by one. */
const LINE_WITH_COMMAND = /^(?:.*[ \t;'")])?\\[a-z;!?][^\n]*\n/gim;

/** The splitter knows no variables of psql. */
const VARIABLE = /(?<!:):(?=["']?[A-Z_]+["']?)/g;

/**
 * Returns PostgreSQL's own regression tests by name, one character for each byte, without most commands of psql and
 * without data to copy. They are fetched on first use.
 *
 * @throws Error when they cannot be fetched.
 */
export function publicPostgresScripts(): Map<string, string> {
  return new Map(
    publicScripts('postgresql').map(file => [
      file,
      readFileSync(file, 'latin1')
        .replace(COPY_WITH_DATA, '')
        .replace(LINE_WITH_COMMAND, '')
        .replace(VARIABLE, ''),
    ]),
  );
}
