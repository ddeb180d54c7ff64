import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FETCH = resolve(
  __dirname,
  '../../../../../scripts/fetchSplitterCorpus.mjs',
);

/**
 * Returns the files of a corpus of public origin, sorted. It is fetched on first use.
 *
 * @throws Error when it cannot be fetched.
 */
export function publicScripts(corpus: 'mariadb' | 'postgresql'): string[] {
  const directory = execFileSync(process.execPath, [FETCH, corpus], {
    encoding: 'utf8',
  }).trim();
  return filesBelow(directory);
}

/**
 * Returns the files below a directory, sorted.
 */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}
