#!/usr/bin/env node
/**
 * A large result set to a compressed file, as a task and with the native
 * client, by turns:
 *
 *   node bench/results.mjs [rounds]
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { openBench } from './openBench.mjs';

const rounds = Number(process.argv[2] ?? 5);
const ROWS = 1_000_000;
const SELECT = 'SELECT * FROM wide';

await openBench(async bench => {
  const peer = bench.peers.find(({ engine }) => engine === 'mysql');
  await peer.runFile(bench.write('prepare.sql', createTable()));
  const backend = await bench.startBackend({
    connections: {
      bench: {
        engine: peer.engine,
        entityRef: 'resource:default/bench',
        connection: peer.connection(),
      },
    },
  });
  const client = backend.as('ada');
  const query = bench.write('select.sql', `${SELECT};\n`);
  const [theirs, ours] = ['client.gz', 'task.zip'].map(name =>
    join(bench.directory, name),
  );
  const medians = await measure(
    {
      client: () => peer.compressRows(query, theirs),
      task: () => runTask(client, ours),
    },
    rounds,
  );
  const [theirMs, ourMs] = [medians.client, medians.task];
  const sizes = [theirs, ours].map(file => statSync(file).size);
  process.stdout.write(
    `${ROWS} rows of 6 columns to a compressed file (median of ${rounds}): ${
      peer.name
    } | gzip -6 ${theirMs.toFixed()} ms, task and zip ${ourMs.toFixed()} ms, ${(
      ourMs / theirMs
    ).toFixed(2)}× the time; ${sizes.join(' and ')} bytes\n`,
  );
});

async function runTask(client, zip) {
  const began = performance.now();
  const { id } = await client.run(
    { connection: 'bench', name: 'bench', resultLimit: ROWS },
    SELECT,
  );
  await client.downloadResults(id, zip);
  const took = performance.now() - began;
  await client.delete(id);
  return took;
}

function createTable() {
  return `CREATE TABLE wide (id BIGINT PRIMARY KEY, name VARCHAR(60), price DECIMAL(12,2), at DATETIME(6), note VARCHAR(60), code CHAR(12));
INSERT INTO wide SELECT seq, CONCAT('customer ', seq, ', "', MD5(seq), '"'), seq / 7, '2026-01-01' + INTERVAL seq SECOND, IF(seq % 10 = 0, NULL, SHA1(seq)), LEFT(MD5(seq * 3), 12) FROM seq_1_to_${ROWS};
`;
}
