#!/usr/bin/env node
/**
 * The memory of a worker while it takes in and runs a script of 256 MiB with
 * 1,000,000 statements, beside what it takes when idle:
 *
 *   node bench/memory.mjs [mysql|postgres] [statements]
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBench } from './openBench.mjs';

const [engine = 'mysql', count = 1_000_000] = process.argv.slice(2);
const statements = Number(count);
const BYTES_EACH = Math.floor(2 ** 28 / 1_000_000);
const PIECE = 2 ** 18;
const SAMPLE_MS = 50;
const MIB = 2 ** 20;

await openBench(async bench => {
  const peer = bench.peers.find(it => it.engine === engine);
  const watch = await peer.watch();
  await watch.query(
    'CREATE TABLE wide (id INT PRIMARY KEY, label VARCHAR(300))',
  );
  await watch.close();
  const backend = await bench.startBackend({
    execArgv: ['--expose-gc'],
    connections: {
      bench: {
        engine,
        entityRef: 'resource:default/bench',
        connection: peer.connection(),
      },
    },
  });
  const client = backend.as('ada');
  const memory = () => readResidentMib(backend.pid);
  // What is loaded and compiled with the first task is not of this one.
  await client.run({ connection: 'bench', name: 'warm' }, createScript(1_000));
  await sleep(5_000);
  const idle = memory();
  print(`idle: ${idle.toFixed()} MiB`);

  const watchPhase = async (what, action) => {
    let most = memory();
    const began = performance.now();
    const timer = setInterval(() => {
      most = Math.max(most, memory());
    }, SAMPLE_MS);
    const result = await action().finally(() => clearInterval(timer));
    most = Math.max(most, memory());
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    print(
      `${what}: ${seconds} s, at most ${most.toFixed()} MiB, ${(
        most - idle
      ).toFixed()} MiB above idle`,
    );
    return result;
  };
  const scriptId = await watchPhase('upload', () =>
    client.upload(createScript(statements)),
  );
  const { id } = await watchPhase('run', async () => {
    const task = await client.create({
      ...{ connection: 'bench', name: 'large', scriptId },
    });
    return client.completed(task.id);
  });
  await watchPhase('a page of the ledger in the middle', () =>
    client.send('GET', `/tasks/${id}/statements?offset=${statements / 2}`),
  );
});

function* createScript(howMany) {
  let piece = 'DELETE FROM wide;\nSTART TRANSACTION;\n';
  for (let n = 1; n <= howMany - 3; n++) {
    const start = `INSERT INTO wide VALUES (${n}, '`;
    piece += `${start.padEnd(BYTES_EACH - 4, 'x')}');\n`;
    if (piece.length > PIECE) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}COMMIT;\n`;
}

function readResidentMib(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) * 1_024) / MIB;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
