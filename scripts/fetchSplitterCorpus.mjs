#!/usr/bin/env node
/**
 * Puts SQL scripts of public origin, which the splitter's tests feed to the
 * command-line client of a database, into .dev/ and prints the directory. They
 * are the database's own test data as Debian packages it; nothing of it belongs
 * into the repository.
 *
 *   node scripts/fetchSplitterCorpus.mjs mariadb|postgresql
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { findPostgres } from './testing/findExecutable.mjs';
import { ROOT } from './testing/repository.mjs';

const CACHE = join(ROOT, '.dev', 'splitter-corpus');
const APT = ['--quiet', '-o', 'APT::Sandbox::User=root'];
const FETCH = { mariadb: fetchMariadb, postgresql: fetchPostgresql };

const name = process.argv[2];
if (!(name in FETCH)) {
  process.stderr.write(
    `usage: node scripts/fetchSplitterCorpus.mjs ${Object.keys(FETCH).join(
      '|',
    )}\n`,
  );
  process.exit(2);
}
const corpus = join(CACHE, name);
if (!existsSync(corpus)) {
  fetchCorpus();
}
process.stdout.write(`${corpus}\n`);

function fetchCorpus() {
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'fetching-'));
  try {
    const scripts = join(work, 'scripts');
    mkdirSync(scripts);
    FETCH[name](work, scripts);
    renameIfFirst(scripts);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function fetchMariadb(work, scripts) {
  const name = 'mariadb-test-data';
  const get = () => run('apt-get', [...APT, 'download', name], work);
  if (get() !== 0) {
    if (process.getuid?.() === 0) run('apt-get', ['--quiet', 'update'], work);
    must(get(), `The Debian package ${name} could not be downloaded.`);
  }
  const wanted = ['*.sql', './usr/share/mysql/mysql-test/main/*.test'];
  const unpack =
    'dpkg-deb --fsys-tarfile *.deb | tar --extract --wildcards -C "$0" "$@"';
  must(
    run('sh', ['-c', unpack, scripts, ...wanted], work),
    `${name} could not be unpacked with dpkg-deb and tar.`,
  );
}

/** Debian packages PostgreSQL's tests as sources only, of which apt usually knows nothing. */
function fetchPostgresql(work, scripts) {
  const name = `postgresql-${findPostgres()?.major}`;
  const apt = [...APT, ...knowingSources(work)];
  must(
    run('apt-get', [...apt, 'update'], work) ||
      run('apt-get', [...apt, 'source', '--download-only', name], work),
    `The Debian source package ${name} could not be downloaded.`,
  );
  const archive = readdirSync(work).find(file => file.includes('.orig.tar'));
  const wanted = ['*/src/test/regress/sql/*.sql', '*/contrib/*/sql/*.sql'];
  const unpack = ['--extract', '--wildcards', '-C', scripts, '-f', archive];
  must(
    run('tar', [...unpack, ...wanted], work),
    `${archive} could not be unpacked with tar.`,
  );
}

/**
 * Makes the options with which apt reads, from where it gets packages, the
 * sources of them, and leaves what it knows itself alone.
 */
function knowingSources(work) {
  const format = 'deb-src $(REPO_URI) $(RELEASE) main';
  const filter = ['Created-By: Packages', 'Label: Debian'];
  const { stdout } = spawnSync(
    'apt-get',
    ['indextargets', '--format', format, ...filter],
    { encoding: 'utf8' },
  );
  const list = join(work, 'sources.list');
  writeFileSync(list, [...new Set(stdout.split('\n'))].join('\n'));
  for (const directory of ['lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(work, directory), { recursive: true });
  }
  const settings = {
    sourcelist: ['Dir::Etc', list],
    sourceparts: ['Dir::Etc', '-'],
    lists: ['Dir::State', join(work, 'lists')],
    Cache: ['Dir', join(work, 'cache')],
  };
  return Object.entries(settings).flatMap(([key, [parent, value]]) => [
    '-o',
    `${parent}::${key}=${value}`,
  ]);
}

/** Another process may have been quicker. */
function renameIfFirst(scripts) {
  try {
    renameSync(scripts, corpus);
  } catch (error) {
    if (!existsSync(corpus)) throw error;
  }
}

function run(command, args, cwd) {
  const stdio = ['ignore', 'ignore', 'inherit'];
  return spawnSync(command, args, { cwd, stdio }).status;
}

function must(status, complaint) {
  if (status !== 0) throw new Error(complaint);
}
