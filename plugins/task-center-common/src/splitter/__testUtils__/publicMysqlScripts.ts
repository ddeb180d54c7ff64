import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FETCH = resolve(
  __dirname,
  '../../../../../scripts/fetchSplitterCorpus.mjs',
);

/** Where a MariaDB server keeps the scripts that make its system tables. */
const SERVER_SCRIPTS = ['/usr/share/mysql', '/usr/share/mariadb'];

/** Of MariaDB's own tests, which are written in a language close to SQL, so many are read. */
const TESTS = 100;

/**
 * Returns scripts of public origin by name, one character for each byte. They are fetched on first use.
 *
 * @throws Error when they cannot be fetched.
 */
export function publicMysqlScripts(): Map<string, string> {
  const corpus = execFileSync(process.execPath, [FETCH], {
    encoding: 'utf8',
  }).trim();
  const files = filesBelow(corpus);
  const tests = files.filter(file => file.endsWith('.test'));
  const step = Math.max(1, Math.floor(tests.length / TESTS));
  const chosen = [
    ...files.filter(file => file.endsWith('.sql')),
    ...SERVER_SCRIPTS.filter(existsSync)
      .flatMap(filesBelow)
      .filter(file => file.endsWith('.sql')),
    ...tests.filter((_, index) => index % step === 0).slice(0, TESTS),
  ];
  // The client refuses NUL characters, even in quotes.
  return new Map(
    chosen.map(file => [file, readFileSync(file, 'latin1').replace(/\0/g, '')]),
  );
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}
