#!/usr/bin/env node
/**
 * Puts SQL scripts of public origin, which the splitter's test feeds to the
 * mysql client, into .dev/ and prints the directory. They are MariaDB's own
 * test data as Debian packages it; nothing of it belongs into the repository.
 *
 *   node scripts/fetchSplitterCorpus.mjs
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './testing/repository.mjs';

const PACKAGE = 'mariadb-test-data';
const CACHE = join(ROOT, '.dev', 'splitter-corpus');
const CORPUS = join(CACHE, PACKAGE);

if (!existsSync(CORPUS)) {
  fetchCorpus();
}
process.stdout.write(`${CORPUS}\n`);

function fetchCorpus() {
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'fetching-'));
  try {
    download(work);
    const archive = readdirSync(work).find(name => name.endsWith('.deb'));
    const scripts = join(work, 'scripts');
    mkdirSync(scripts);
    unpack(join(work, archive), scripts);
    renameIfFirst(scripts);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function download(directory) {
  const options = ['--quiet', '-o', 'APT::Sandbox::User=root'];
  const get = () =>
    run('apt-get', [...options, 'download', PACKAGE], directory);
  if (get() === 0) return;
  if (process.getuid?.() === 0)
    run('apt-get', ['--quiet', 'update'], directory);
  if (get() !== 0) {
    throw new Error(
      `The Debian package ${PACKAGE} could not be downloaded with apt-get.`,
    );
  }
}

function unpack(archive, directory) {
  const wanted = ['*.sql', './usr/share/mysql/mysql-test/main/*.test'];
  const script =
    'dpkg-deb --fsys-tarfile "$0" | tar --extract --wildcards "$@"';
  if (run('sh', ['-c', script, archive, ...wanted], directory) !== 0) {
    throw new Error(`${archive} could not be unpacked with dpkg-deb and tar.`);
  }
}

/** Another process may have been quicker. */
function renameIfFirst(scripts) {
  try {
    renameSync(scripts, CORPUS);
  } catch (error) {
    if (!existsSync(CORPUS)) throw error;
  }
}

function run(command, args, cwd) {
  const stdio = ['ignore', 'ignore', 'inherit'];
  return spawnSync(command, args, { cwd, stdio }).status;
}
