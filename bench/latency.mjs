#!/usr/bin/env node
/**
 * How soon a task starts, and how soon a statement is gone after an abort was
 * asked for, with two backends on one PostgreSQL of which one runs the tasks:
 *
 *   node bench/latency.mjs [samples]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openBench } from './openBench.mjs';

const samples = Number(process.argv[2] ?? 60);
const LONG_S = 300;

await openBench(async bench => {
  const connections = Object.fromEntries(
    bench.peers.map(peer => [
      peer.engine,
      {
        engine: peer.engine,
        entityRef: `resource:default/${peer.engine}`,
        connection: peer.connection(),
      },
    ]),
  );
  const options = { connections, store: bench.store.postgres };
  const worker = await bench.startBackend(options);
  const other = await bench.startBackend({
    ...options,
    worker: { enabled: false },
  });
  const sides = {
    'the backend that runs it': worker.as('ada'),
    'another backend': other.as('ada'),
  };
  for (const peer of bench.peers) {
    const watch = await peer.watch();
    for (const [side, client] of Object.entries(sides)) {
      await report(`created → running, asked of ${side}, ${peer.engine}`, () =>
        timeStart(client, peer),
      );
      await report(
        `abort requested → statement gone, asked of ${side}, ${peer.engine}`,
        () => timeAbort({ client, peer, watch }),
      );
    }
    await watch.close();
  }
});

/** By the database's clock, as the task says. */
async function timeStart(client, peer) {
  const { id } = await client.create({
    connection: peer.engine,
    name: 'start',
    sql: 'SELECT 1',
  });
  const task = await client.completed(id);
  return Date.parse(task.startedAt) - Date.parse(task.createdAt);
}

async function timeAbort({ client, peer, watch }) {
  const sql = peer.sleep(LONG_S);
  const { id } = await client.create({
    ...{ connection: peer.engine, name: 'abort', sql },
  });
  while (!(await watch.isRunning(sql))) await sleep(5);
  // Not always at the same moment of what the worker does once a second.
  await sleep(Math.random() * 1_000);
  const began = performance.now();
  const asked = client.send('POST', `/tasks/${id}/abort`);
  while (await watch.isRunning(sql)) await sleep(1);
  const took = performance.now() - began;
  await asked;
  await client.ended(id);
  return took;
}

async function report(what, sample) {
  // The first ones find code that was never run.
  for (let n = 0; n < 3; n++) await sample();
  const times = [];
  for (let n = 0; n < samples; n++) times.push(await sample());
  times.sort((a, b) => a - b);
  const at = share => times[Math.ceil(share * samples) - 1].toFixed();
  process.stdout.write(
    `${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(
      1,
    )} ms (${samples} samples)\n`,
  );
}
