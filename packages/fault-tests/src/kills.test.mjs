import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTasks } from './harness/createTasks.mjs';
import { expectTruth } from './harness/expectTruth.mjs';
import { faultTest } from './harness/faultTest.mjs';
import { countUnderWay, readTasks } from './harness/readTasks.mjs';
import { waitUntilFinal } from './harness/waitUntilFinal.mjs';

const KILLS = Number(process.env.TASK_CENTER_FAULT_KILLS ?? 30);
const STATEMENTS = 2_000;
/** Nothing is wrong yet: only a very slow machine takes that long. */
const UNDISTURBED_MS = 240_000;
const FINAL_WITHIN_MS = 60_000;

faultTest(
  `${KILLS} kills of a backend at random moments of a ${STATEMENTS}-statement script`,
  {},
  async (stage, { random, say }) => {
    const connections = stage.connect({ maxConcurrentTasks: 1_000 });
    const config = stage.config(connections);
    // Answers requests and recovers what was lost; only the others run tasks.
    const keeper = await stage.startBackend(
      stage.config(connections, { worker: { enabled: false } }),
    );
    const client = keeper.as('ada');
    const standBy = [stage.standBy(), stage.standBy()];
    const tasks = [];
    const start = async (worker, name) => {
      const options = {
        ...{ connections, name, statements: STATEMENTS, random },
        variants: ['single', random() < 0.5 ? 'groups' : 'whole'],
      };
      const created = await createTasks(worker.as('ada'), options);
      tasks.push(...created);
      return created;
    };

    let worker = await standBy.shift().start(config);
    const began = performance.now();
    await start(worker, 'undisturbed');
    await waitUntilFinal(client, UNDISTURBED_MS);
    const duration = performance.now() - began;
    say(`an undisturbed round takes ${Math.round(duration)} ms`);

    const victims = [];
    for (let kills = 0, round = 0; kills < KILLS; round++) {
      standBy.push(stage.standBy());
      const created = await start(worker, round);
      await sleep(random() * duration);
      if ((await countUnderWay(client, created)) > 0) kills += 1;
      await worker.kill();
      const killedAt = Date.now();
      victims.push(...created.map(task => ({ ...task, killedAt })));
      worker = await standBy.shift().start(config);
    }
    await waitUntilFinal(client, FINAL_WITHIN_MS);

    const ends = await readTasks(client, victims);
    const waits = ends
      .map((task, at) => Date.parse(task.finishedAt) - victims[at].killedAt)
      .filter((_, at) => ends[at].failure?.code === 'worker-lost');
    say(
      `${waits.length} of ${
        ends.length
      } tasks were lost, and final after ${Math.max(...waits)} ms`,
    );
    assert.ok(Math.max(...waits) < FINAL_WITHIN_MS);
    await expectTruth(client, stage.targets, tasks);
  },
);
