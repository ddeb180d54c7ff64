#!/usr/bin/env node
/**
 * A result set of 5 GiB of CSV: whether its zip is right, how long it takes,
 * and the memory of the worker:
 *
 *   node bench/hugeZip.mjs [mysql|postgres] [GiB]
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBench } from './openBench.mjs';
import { watchMemory } from './watchMemory.mjs';

const [engine = 'mysql', size = '5'] = process.argv.slice(2);
const BYTES_PER_ROW = 1_000;
const ROWS = Math.ceil((Number(size) * 2 ** 30) / BYTES_PER_ROW);

// Made while they are read, so that no such table has to be stored.
const SELECTS = {
  mysql: `SELECT seq AS id, REPEAT(MD5(seq), 31) AS text FROM seq_1_to_${ROWS}`,
  postgres: `SELECT i AS id, repeat(md5(i::text), 31) AS text FROM generate_series(1, ${ROWS}) AS g(i)`,
};
const CHECK = `
import csv, hashlib, io, json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
(entry, manifest) = archive.infolist()
told = json.loads(archive.read(manifest))["results"][0]
sha, size = hashlib.sha256(), 0
with archive.open(entry) as data:
    while chunk := data.read(1 << 20):
        sha.update(chunk)
        size += len(chunk)
assert (size, sha.hexdigest()) == (told["bytes"], told["sha256"]), "not what the manifest says"
print(entry.filename, size, "bytes,", told["rows"], "rows")
`;

await openBench(async bench => {
  const peer = bench.peers.find(it => it.engine === engine);
  const backend = await bench.startBackend({
    connections: {
      bench: {
        engine,
        entityRef: 'resource:default/bench',
        connection: peer.connection(),
      },
    },
  });
  const client = backend.as('ada');
  const run = sql =>
    client.run({ connection: 'bench', name: 'b', resultLimit: ROWS }, sql);
  await run('SELECT 1');
  await sleep(3_000);
  const memory = watchMemory(backend.pid);
  const zip = join(bench.directory, 'huge.zip');

  const { id } = await timed('task', () => run(SELECTS[engine]));
  await timed('download', () => client.downloadResults(id, zip));
  print(`zip of ${statSync(zip).size} bytes`);
  print(`memory: at most ${memory.stop()} MiB above idle`);
  await timed('python3 zipfile', () =>
    print(execFileSync('python3', ['-c', CHECK, zip]).toString().trim()),
  );
  await timed('unzip -t', () =>
    print(execFileSync('unzip', ['-tq', zip]).toString().trim()),
  );
});

async function timed(what, action) {
  const began = performance.now();
  const result = await action();
  print(`${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  return result;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
