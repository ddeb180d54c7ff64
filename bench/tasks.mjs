#!/usr/bin/env node
/**
 * Tasks beside the `mariadb` client, on a private server, in the same run:
 *
 *   node bench/tasks.mjs [rounds]
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPortal } from '../scripts/testing/startPortal.mjs';
import { startServers } from '../scripts/testing/startServers.mjs';
import { measure } from './measure.mjs';
import { TaskCenterClient } from '../scripts/testing/TaskCenterClient.mjs';

const run = promisify(execFile);
const rounds = Number(process.argv[2] ?? 5);
const INSERTS = 50_000;
const ROWS = 1_000_000;

const directory = mkdtempSync(join(tmpdir(), 'task-center-bench-'));
const servers = await startServers();
const portal = await startPortal(servers.env, new AbortController().signal);
try {
  const url = new URL(servers.env.TASK_CENTER_TEST_MARIADB_URL);
  const client = [
    servers.env.TASK_CENTER_TEST_MARIADB_CLIENT,
    ...['--no-defaults', '--protocol=tcp', '-h', url.hostname, '-P', url.port],
    ...['-u', url.username, `-p${decodeURIComponent(url.password)}`],
  ];
  const shell = command => run('sh', ['-c', command], { maxBuffer: 2 ** 30 });
  const mariadb = client.map(word => `'${word}'`).join(' ');
  const tasks = await TaskCenterClient.create(portal.url);
  await prepare(file => shell(`${mariadb} < ${file}`));

  await report(`${INSERTS} one-row INSERTs in one transaction`, {
    mariadb: async () => {
      await shell(`${mariadb} bench < ${join(directory, 'inserts.sql')}`);
    },
    task: async () => runTask(tasks, insertScript()),
  });

  const zip = join(directory, 'task.zip');
  await report(`${ROWS} rows of 6 columns to a compressed file`, {
    'mariadb | gzip -6': async () => {
      await shell(
        `${mariadb} --batch --quick bench -e 'SELECT * FROM wide' | gzip -6 > ${join(
          directory,
          'client.gz',
        )}`,
      );
    },
    'task and zip': async () =>
      runTask(tasks, 'USE bench;\nSELECT * FROM wide;', zip),
  });
  process.stdout.write(
    `  sizes: client ${statSync(join(directory, 'client.gz')).size}, zip ${
      statSync(zip).size
    } bytes\n`,
  );
} finally {
  await portal.stop();
  await servers.stop();
  rmSync(directory, { recursive: true });
}

async function runTask(tasks, script, zip) {
  const began = performance.now();
  const { id } = await tasks.run(
    {
      connection: 'shop-mysql',
      name: 'bench',
      resultLimit: ROWS,
    },
    script,
  );
  if (zip) {
    await tasks.downloadResults(id, zip);
  }
  const took = performance.now() - began;
  await tasks.delete(id);
  return took;
}

async function report(title, contestants) {
  const medians = await measure(contestants, rounds);
  const [peer, ours] = Object.keys(contestants);
  process.stdout.write(
    `${title} (median of ${rounds})\n  ${peer}: ${medians[peer].toFixed(
      0,
    )} ms, ${ours}: ${medians[ours].toFixed(0)} ms, ratio ${(
      medians[ours] / medians[peer]
    ).toFixed(2)}\n`,
  );
}

function insertScript() {
  const statements = [
    'USE bench',
    'TRUNCATE TABLE narrow',
    'START TRANSACTION',
  ];
  for (let n = 0; n < INSERTS; n++) {
    statements.push(`INSERT INTO narrow VALUES (${n}, 'row number ${n}')`);
  }
  return `${[...statements, 'COMMIT'].join(';\n')};\n`;
}

async function prepare(runFile) {
  writeFileSync(join(directory, 'inserts.sql'), insertScript());
  const file = join(directory, 'prepare.sql');
  writeFileSync(
    file,
    `CREATE DATABASE bench; USE bench;
CREATE TABLE narrow (id INT PRIMARY KEY, label VARCHAR(50));
CREATE TABLE wide (id BIGINT PRIMARY KEY, name VARCHAR(60), price DECIMAL(12,2), at DATETIME(6), note VARCHAR(60), code CHAR(12));
INSERT INTO wide SELECT seq, CONCAT('customer ', seq, ', "', MD5(seq), '"'), seq / 7, '2026-01-01' + INTERVAL seq SECOND, IF(seq % 10 = 0, NULL, SHA1(seq)), LEFT(MD5(seq * 3), 12) FROM seq_1_to_${ROWS};
`,
  );
  await runFile(file);
}
