#!/usr/bin/env node
/**
 * Filtering, sorting and searching a result set of 1,000,000 rows × 6 columns
 * on the service: time, memory, and how long other requests wait meanwhile:
 *
 *   node bench/views.mjs [postgres|sqlite] [rows] [what]
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBench } from './openBench.mjs';

const [store = 'postgres', count = 1_000_000, only] = process.argv.slice(2);
const rows = Number(count);
const MIB = 2 ** 20;
const WATCHER = new URL('watchEventLoop.mjs', import.meta.url).href;

const [ID, NAME, PRICE, , NOTE] = [0, 1, 2, 3, 4];
const SPECS = {
  'sorted by name': { sort: [{ column: NAME }] },
  'sorted by price, then name': {
    sort: [{ column: PRICE, descending: true }, { column: NAME }],
  },
  'a note that contains "abc", sorted by name': {
    filters: [{ column: NOTE, operator: 'contains', value: 'ABC' }],
    sort: [{ column: NAME }],
  },
  'any column contains "1234"': {
    filters: [{ operator: 'contains', value: '1234' }],
  },
};

await openBench(async bench => {
  const peer = bench.peers.find(({ engine }) => engine === 'mysql');
  await peer.runFile(bench.write('prepare.sql', createTable()));
  process.env.EVENT_LOOP_FILE = join(bench.directory, 'event-loop.json');
  const backend = await bench.startBackend({
    execArgv: ['--import', WATCHER],
    store: bench.store[store],
    connections: {
      bench: {
        engine: peer.engine,
        entityRef: 'resource:default/bench',
        connection: peer.connection(),
      },
    },
  });
  const client = backend.as('ada');
  const { id } = await client.run(
    { connection: 'bench', name: 'bench', resultLimit: rows },
    'SELECT * FROM wide',
  );
  const results = `/tasks/${id}/results/1`;
  const view = async spec => {
    let answer = await client.send('POST', `${results}/views`, {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(spec),
    });
    while (answer.state === 'building') {
      await sleep(100);
      answer = await client.send('GET', `${results}/views/${answer.id}`);
    }
    if (answer.state !== 'ready') throw new Error(answer.message);
    return `${answer.rowCount} rows`;
  };
  const find = async text => {
    let nextRow = 0;
    let calls = 0;
    for (; nextRow !== undefined; calls++) {
      ({ nextRow } = await client.send(
        'GET',
        `${results}/find?text=${text}&from=${nextRow}`,
      ));
    }
    return `${calls} requests`;
  };

  await watch('idle', () => sleep(10_000, 'nothing'));
  for (const [name, spec] of Object.entries(SPECS)) {
    await watch(name, () => view(spec));
  }
  await watch('two at once', async () => {
    const sort = [{ column: NOTE }, { column: ID }];
    const descending = [{ column: NOTE, descending: true }];
    return (await Promise.all([view({ sort }), view({ sort: descending })]))[0];
  });
  await watch('find what is not there', () => find('nowhere'));

  async function watch(name, action) {
    if (only && only !== name) return;
    await sleep(3_000);
    await readEventLoop(backend.pid);
    const waits = [];
    const before = residentMib(backend.pid);
    let most = before;
    let isOver = false;
    const others = (async () => {
      while (!isOver) {
        const began = performance.now();
        await client.send('GET', '/tasks');
        waits.push(performance.now() - began);
        most = Math.max(most, residentMib(backend.pid));
        await sleep(10);
      }
    })();
    const began = performance.now();
    const cpuBefore = cpuSeconds(backend.pid);
    const outcome = await action();
    const seconds = (performance.now() - began) / 1_000;
    const cpu = cpuSeconds(backend.pid) - cpuBefore;
    isOver = true;
    await others;
    const loop = await readEventLoop(backend.pid);
    waits.sort((a, b) => a - b);
    const wait = share => waits[Math.floor(share * (waits.length - 1))];
    process.stdout.write(
      `${name}: ${outcome}, ${seconds.toFixed(1)} s (${cpu.toFixed(
        1,
      )} s of CPU); memory ${before.toFixed()} → ${most.toFixed()} MiB; GET /tasks median ${wait(
        0.5,
      ).toFixed()}, 99 % ${wait(0.99).toFixed()}, longest ${wait(
        1,
      ).toFixed()} ms of ${
        waits.length
      }; event loop delay 99 % ${loop.p99.toFixed(
        1,
      )}, longest ${loop.max.toFixed(1)} ms\n`,
    );
  }
});

async function readEventLoop(pid) {
  const file = process.env.EVENT_LOOP_FILE;
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (;;) {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      await sleep(10);
    }
  }
}

/** What all threads of a process have used of the processors. */
function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1];
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) / 100;
}

function residentMib(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) * 1_024) / MIB;
}

function createTable() {
  return `CREATE TABLE wide (id BIGINT PRIMARY KEY, name VARCHAR(60), price DECIMAL(12,2), at DATETIME(6), note VARCHAR(60), code CHAR(12));
INSERT INTO wide SELECT seq, CONCAT('customer ', MD5(seq), ', "', seq, '"'), (seq * 7919 % ${rows}) / 7, '2026-01-01' + INTERVAL seq SECOND, IF(seq % 10 = 0, NULL, SHA1(seq)), LEFT(MD5(seq * 3), 12) FROM seq_1_to_${rows};
`;
}
