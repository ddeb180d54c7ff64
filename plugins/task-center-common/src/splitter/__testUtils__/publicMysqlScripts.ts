import { existsSync, readFileSync } from 'node:fs';
import { filesBelow, publicScripts } from './publicScripts';

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
  const files = publicScripts('mariadb');
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
