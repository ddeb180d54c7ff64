import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LIST_WITH_PYTHON = `
import json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(json.dumps([[entry.filename, entry.file_size] for entry in archive.infolist()]))
`;

/** The name and the size of an entry. */
export type ListedEntry = [name: string, bytes: number];

/**
 * Has independent programs read a zip through and check its CRCs; fails when one of them finds fault with it.
 */
export function listZip(file: string): ListedEntry[] {
  const unzipped = run('unzip', ['-t', file]);
  expect(unzipped).toContain('No errors detected');
  const listed = JSON.parse(run('python3', ['-c', LIST_WITH_PYTHON, file]));
  run('bsdtar', ['-x', '-f', file, '-O']);
  const names = run('bsdtar', ['-t', '-f', file]).trim().split('\n');
  expect(names).toEqual(listed.map(([name]: ListedEntry) => name));
  return listed;
}

/** Does something with a file in a directory that is removed afterwards. */
export async function withFile<T>(
  data: Buffer,
  use: (file: string) => Promise<T> | T,
): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-zip-'));
  try {
    const file = join(directory, 'results.zip');
    writeFileSync(file, data);
    return await use(file);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function run(program: string, args: string[]): string {
  return execFileSync(program, args, {
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  }).toString();
}
