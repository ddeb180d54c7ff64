#!/usr/bin/env node
/**
 * Large result sets: from a SELECT to a compressed file, as a task and with the
 * native client by turns; downloading a zip that is there; a page of rows at a
 * random place; the memory of the worker meanwhile:
 *
 *   node bench/results.mjs [mysql,postgres] [rows] [rounds]
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { measure } from './measure.mjs';
import { openBench } from './openBench.mjs';
import { percentile } from './percentile.mjs';
import { watchMemory } from './watchMemory.mjs';

const [engines = 'mysql,postgres', rows = '1000000', rounds = '5'] =
  process.argv.slice(2);
const ROWS = Number(rows);
const PAGES = 300;
const SELECT = 'SELECT * FROM wide';

await openBench(async bench => {
  const peers = bench.peers.filter(({ engine }) =>
    engines.split(',').includes(engine),
  );
  for (const peer of peers) {
    await peer.runFile(bench.write('prepare.sql', peer.createWideTable(ROWS)));
    const backend = await bench.startBackend({
      execArgv: ['--expose-gc'],
      connections: {
        bench: {
          engine: peer.engine,
          entityRef: 'resource:default/bench',
          connection: peer.connection(),
        },
      },
    });
    await measurePeer(bench, peer, backend);
    await backend.terminate();
  }
});

async function measurePeer(bench, peer, backend) {
  const client = backend.as('ada');
  const query = bench.write('select.sql', `${SELECT};\n`);
  const [theirs, ours, again] = ['client.gz', 'task.zip', 'again.zip'].map(
    name => join(bench.directory, name),
  );
  const task = (resultLimit = ROWS) =>
    client.run({ connection: 'bench', name: 'bench', resultLimit }, SELECT);
  // What is loaded and compiled with the first task is not of the others.
  await client.delete((await task(1_000)).id);
  await sleep(3_000);
  const memory = watchMemory(backend.pid);
  const medians = await measure(
    {
      client: () => peer.compressRows(query, theirs),
      task: () => runTask(client, task, ours),
    },
    Number(rounds),
  );
  const most = memory.stop();
  const sizes = [theirs, ours].map(file => statSync(file).size);
  print(
    `${ROWS} rows of 6 columns to a compressed file (median of ${rounds}): ${
      peer.name
    } | gzip -6 ${seconds(medians.client)}, task and zip ${seconds(
      medians.task,
    )}, ${(medians.task / medians.client).toFixed(2)}× the time; ${sizes.join(
      ' and ',
    )} bytes; memory at most ${most} MiB above idle`,
  );

  const { id } = await task();
  const downloads = await measure(
    { download: () => client.downloadResults(id, again) },
    Number(rounds),
  );
  print(
    `downloading the zip of a task that has ended: ${seconds(
      downloads.download,
    )}, ${(medians.task / downloads.download).toFixed(
      1,
    )}× as fast as building it`,
  );
  print(`first byte of it: ${await timeOfFirstByte(client, id)} ms`);

  await sleep(3_000);
  const times = [];
  for (let n = 0; n < PAGES; n++) {
    const offset = Math.floor(Math.random() * (ROWS - 100));
    const began = performance.now();
    await client.send(
      'GET',
      `/tasks/${id}/results/1/rows?offset=${offset}&limit=100`,
    );
    times.push(performance.now() - began);
  }
  print(
    `a page of 100 rows at a random place: median ${percentile(
      times,
      50,
    )} ms, p95 ${percentile(times, 95)} ms`,
  );
  await client.delete(id);
}

async function runTask(client, task, zip) {
  const began = performance.now();
  const { id } = await task();
  await client.downloadResults(id, zip);
  const took = performance.now() - began;
  await client.delete(id);
  return took;
}

async function timeOfFirstByte(client, id) {
  const times = [];
  for (let n = 0; n < 5; n++) {
    const began = performance.now();
    const response = await client.request(
      'GET',
      `/tasks/${id}/results/download`,
    );
    const reader = response.body.getReader();
    await reader.read();
    times.push(performance.now() - began);
    await reader.cancel();
  }
  return percentile(times, 50);
}

function seconds(ms) {
  return `${(ms / 1_000).toFixed(2)} s`;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
