#!/usr/bin/env node
/**
 * One-row INSERTs in one transaction, as a task and with the native client, by
 * turns, over loopback and over a network:
 *
 *   node bench/inserts.mjs [rounds] [statements] [statements over the network]
 */
import { measure } from './measure.mjs';
import { openBench } from './openBench.mjs';

const [rounds, local, remote] = [5, 50_000, 10_000].map((usual, at) =>
  Number(process.argv[2 + at] ?? usual),
);
const ROUND_TRIP_MS = 2;

await openBench(async bench => {
  const ways = [];
  for (const peer of bench.peers) {
    await createTable(peer);
    const proxy = await bench.openProxy(peer, ROUND_TRIP_MS);
    ways.push({ peer, id: `${peer.name}-local`, statements: local });
    ways.push({
      ...{ peer, id: `${peer.name}-remote`, statements: remote },
      port: proxy,
    });
  }
  const backend = await bench.startBackend({
    connections: Object.fromEntries(
      ways.map(({ id, peer, port }) => [
        id,
        {
          engine: peer.engine,
          entityRef: `resource:default/${id}`,
          connection: peer.connection(port),
        },
      ]),
    ),
  });
  const client = backend.as('ada');
  for (const { id, peer, port, statements } of ways) {
    const script = createScript(statements);
    const file = bench.write(`${id}.sql`, script);
    const medians = await measure(
      {
        [peer.name]: () => peer.runFile(file, port),
        task: () => runTask(client, id, script),
      },
      rounds,
    );
    const [theirs, ours] = [medians[peer.name], medians.task];
    const where = port
      ? `with ${(await measureRoundTrip(peer, port)).toFixed(
          2,
        )} ms more a round trip`
      : 'over loopback';
    print(
      `${statements} INSERTs ${where} (median of ${rounds}): ${
        peer.name
      } ${theirs.toFixed()} ms, task ${ours.toFixed()} ms, ${(
        ours / theirs
      ).toFixed(2)}× the time, ${(theirs / ours).toFixed(1)} times faster`,
    );
  }
});

async function createTable(peer) {
  const watch = await peer.watch();
  await watch.query(
    `CREATE TABLE narrow (id INT PRIMARY KEY, label VARCHAR(50))`,
  );
  await watch.close();
}

/** From the upload of the script to the end that the record tells. */
async function runTask(client, connection, script) {
  const began = Date.now();
  const task = await client.run({ connection, name: 'bench' }, script);
  await client.delete(task.id);
  return Date.parse(task.finishedAt) - began;
}

/** What the proxy really adds: this machine's timers are not exact. */
async function measureRoundTrip(peer, port) {
  const time = async through => {
    const watch = await peer.watch(through);
    const times = [];
    for (let n = 0; n < 200; n++) {
      const began = performance.now();
      await watch.query('SELECT 1');
      times.push(performance.now() - began);
    }
    await watch.close();
    return times.sort((a, b) => a - b)[100];
  };
  return (await time(port)) - (await time(peer.port));
}

function createScript(statements) {
  const lines = ['TRUNCATE TABLE narrow', 'START TRANSACTION'];
  for (let n = 0; n < statements; n++) {
    lines.push(`INSERT INTO narrow VALUES (${n}, 'row number ${n}')`);
  }
  return `${[...lines, 'COMMIT'].join(';\n')};\n`;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
