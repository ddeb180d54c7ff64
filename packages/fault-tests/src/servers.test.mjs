import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTasks } from './harness/createTasks.mjs';
import { expectTruth } from './harness/expectTruth.mjs';
import { faultTest } from './harness/faultTest.mjs';
import { readTasks } from './harness/readTasks.mjs';
import { waitUntilFinal } from './harness/waitUntilFinal.mjs';

const ROUNDS = 3;
const STATEMENTS = 1_000;
const OUTAGE_MS = 2_000;
const SHORT_OUTAGE_MS = 5_000;
/** Longer than any lease. */
const LONG_OUTAGE_MS = 40_000;

faultTest(
  'the target server killed and started again',
  {},
  async (stage, { random }) => {
    const connections = stage.connect({ maxConcurrentTasks: 100 });
    const backend = await stage.startBackend(stage.config(connections));
    const client = backend.as('ada');
    const tasks = [];
    const start = async name => {
      const options = { connections, name, statements: STATEMENTS, random };
      const created = await createTasks(client, options);
      tasks.push(...created);
      return created;
    };
    for (let round = 0; round < ROUNDS; round++) {
      await start(`before-${round}`);
      await sleep(random() * 3_000);
      await Promise.all(stage.targets.map(({ server }) => server.kill()));
      await start(`meanwhile-${round}`);
      await sleep(OUTAGE_MS);
      await Promise.all(stage.targets.map(({ server }) => server.startAgain()));
      const after = await start(`after-${round}`);
      await waitUntilFinal(client);
      for (const task of await readTasks(client, after)) {
        assert.equal(task.status, 'completed', task.failure?.message);
      }
    }
    await expectTruth(client, stage.targets, tasks);
  },
);

faultTest(
  'the database of the plugin killed and started again, for a short time and a long one',
  {},
  async (stage, { random }) => {
    const connections = stage.connect({ maxConcurrentTasks: 100 });
    const config = stage.config(connections);
    const backend = await stage.startBackend(config);
    await stage.startBackend(config);
    const client = backend.as('ada');
    const start = name =>
      createTasks(client, {
        ...{ connections, name, statements: STATEMENTS, random },
      });
    const outage = async ms => {
      await sleep(random() * 2_000);
      await stage.store.kill();
      await sleep(ms);
      await stage.store.startAgain();
    };

    const first = await start('short');
    await outage(SHORT_OUTAGE_MS);
    await waitUntilFinal(client);
    for (const task of await readTasks(client, first)) {
      assert.equal(task.status, 'completed', task.failure?.message);
    }

    const second = await start('long');
    await outage(LONG_OUTAGE_MS);
    await waitUntilFinal(client);
    const third = await start('after');
    await waitUntilFinal(client);
    for (const task of await readTasks(client, third)) {
      assert.equal(task.status, 'completed', task.failure?.message);
    }
    await expectTruth(client, stage.targets, [...first, ...second, ...third]);
  },
);
