import { spawnSync } from 'node:child_process';
import { findBrowser } from './findBrowser.mjs';
import { findExecutable, findPostgres } from './findExecutable.mjs';

/** What the tests need beside npm packages, and Debian's package for it. */
const PROGRAMS = {
  MariaDB: {
    debianPackage: 'mariadb-server',
    isHere: () =>
      findExecutable(['mariadbd']) &&
      findExecutable(['mariadb']) &&
      findExecutable(['mariadb-install-db']),
  },
  PostgreSQL: { debianPackage: 'postgresql', isHere: findPostgres },
  Chromium: { debianPackage: 'chromium', isHere: findBrowser },
  sqlite3: {
    debianPackage: 'sqlite3',
    isHere: () => findExecutable(['sqlite3']),
  },
  unzip: {
    debianPackage: 'unzip',
    isHere: () => findExecutable(['unzip']),
  },
  bsdtar: {
    debianPackage: 'libarchive-tools',
    isHere: () => findExecutable(['bsdtar']),
  },
  Python: {
    debianPackage: 'python3',
    isHere: () => findExecutable(['python3']),
  },
};

/**
 * Installs what is missing, where we may: as root, with apt-get.
 *
 * @param {string[]} names - keys of PROGRAMS
 * @returns {string[]} the names of what is still missing
 */
export function installMissing(names) {
  const missing = listMissing(names);
  const isRoot = process.getuid?.() === 0;
  if (missing.length === 0 || !isRoot || !findExecutable(['apt-get'])) {
    return missing;
  }
  process.stdout.write(`Installing ${missing.join(', ')}…\n`);
  const packages = missing.map(name => PROGRAMS[name].debianPackage);
  if (!aptGet(['install', ...packages])) {
    aptGet(['update']);
    aptGet(['install', ...packages]);
  }
  return listMissing(names);
}

function listMissing(names) {
  return names.filter(name => !PROGRAMS[name].isHere());
}

function aptGet(args) {
  const { status } = spawnSync(
    'apt-get',
    ['--quiet', '--yes', '--no-install-recommends', ...args],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        DEBIAN_FRONTEND: 'noninteractive',
        // The packages start their servers otherwise; the tests have their own.
        RUNLEVEL: '1',
      },
    },
  );
  return status === 0;
}
