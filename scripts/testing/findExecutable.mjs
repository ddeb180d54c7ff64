import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps servers off the PATH of ordinary users. */
const SYSTEM_DIRECTORIES = ['/usr/sbin', '/usr/local/sbin', '/sbin'];

const POSTGRES_ROOT = '/usr/lib/postgresql';

/**
 * Finds a program by name.
 *
 * @param {string[]} names - the names it may have, best first
 * @param {string[]} extraDirectories - looked through after PATH
 * @returns {string | undefined} its absolute path
 */
export function findExecutable(names, extraDirectories = SYSTEM_DIRECTORIES) {
  const path = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const directory of [...path, ...extraDirectories]) {
      const file = join(directory, name);
      if (isExecutable(file)) return file;
    }
  }
  return undefined;
}

/**
 * Finds the newest PostgreSQL server on this machine.
 *
 * @returns {{ directory: string, major: number } | undefined} where its
 *   programs are and its major version
 */
export function findPostgres() {
  const versions = listDirectory(POSTGRES_ROOT)
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => b - a);
  for (const major of versions) {
    const directory = join(POSTGRES_ROOT, String(major), 'bin');
    if (isExecutable(join(directory, 'postgres'))) return { directory, major };
  }
  return undefined;
}

function listDirectory(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
