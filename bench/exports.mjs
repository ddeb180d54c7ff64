#!/usr/bin/env node
/**
 * How fast the list of tasks answers while four tasks with large results run at
 * once, beside the same backend idle:
 *
 *   node bench/exports.mjs [mysql|postgres] [rows]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openBench } from './openBench.mjs';
import { percentile } from './percentile.mjs';
import { watchMemory } from './watchMemory.mjs';

const [engine = 'mysql', rows = '1000000'] = process.argv.slice(2);
const ROWS = Number(rows);
const AT_ONCE = 4;
const PAUSE_MS = 20;
const IDLE_SAMPLES = 200;

await openBench(async bench => {
  const peer = bench.peers.find(it => it.engine === engine);
  await peer.runFile(bench.write('prepare.sql', peer.createWideTable(ROWS)));
  const backend = await bench.startBackend({
    connections: {
      bench: {
        engine,
        entityRef: 'resource:default/bench',
        connection: peer.connection(),
        maxConcurrentTasks: AT_ONCE,
      },
    },
  });
  const client = backend.as('ada');
  const run = resultLimit =>
    client.run(
      { connection: 'bench', name: 'b', resultLimit },
      'SELECT * FROM wide',
    );
  await run(1_000);
  await sleep(3_000);

  const idle = [];
  while (idle.length < IDLE_SAMPLES) idle.push(await timeList(client));
  const memory = watchMemory(backend.pid);
  const busy = [];
  let running = AT_ONCE;
  const tasks = Array.from({ length: AT_ONCE }, () =>
    run(ROWS).finally(() => {
      running -= 1;
    }),
  );
  while (running > 0) busy.push(await timeList(client));
  await Promise.all(tasks);
  print('idle', idle);
  print(`while ${AT_ONCE} tasks return ${ROWS} rows each`, busy);
  process.stdout.write(`memory: at most ${memory.stop()} MiB above idle\n`);
});

async function timeList(client) {
  await sleep(PAUSE_MS);
  const began = performance.now();
  await client.send('GET', '/tasks?limit=25');
  return performance.now() - began;
}

function print(what, times) {
  const figures = [50, 95, 99, 100].map(p => percentile(times, p));
  process.stdout.write(
    `GET /tasks ${what}: median ${figures[0]} ms, p95 ${figures[1]} ms, p99 ${figures[2]} ms, longest ${figures[3]} ms (${times.length} samples)\n`,
  );
}
