import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createScript } from './harness/createScript.mjs';
import { expectTruth } from './harness/expectTruth.mjs';
import { faultTest } from './harness/faultTest.mjs';
import { findOverlap } from './harness/findOverlap.mjs';
import { readTasks } from './harness/readTasks.mjs';
import { waitUntilFinal } from './harness/waitUntilFinal.mjs';

const WORKERS = 3;
const TASKS = 300;
const AT_ONCE = 10;
const KILLS = 5;
const STATEMENTS = 200;
const USERS = ['ada', 'grace', 'linus'];
const PLACES = [1, 2, 3];

faultTest(
  `${WORKERS} workers, ${TASKS} tasks, 6 connections, ${KILLS} kills`,
  {},
  async (stage, { random, say }) => {
    const connections = stage.targets.flatMap(target =>
      PLACES.map(places => ({
        id: `${target.engine}-${places}`,
        target,
        maxConcurrentTasks: places,
      })),
    );
    const config = stage.config(connections);
    // Answers requests, so that none is lost with a worker that is killed.
    const front = await stage.startBackend(
      stage.config(connections, { worker: { enabled: false } }),
    );
    const workers = await Promise.all(
      Array.from({ length: WORKERS }, () => stage.startBackend(config)),
    );
    const pick = list => list[Math.floor(random() * list.length)];

    const tasks = [];
    const create = async n => {
      const { id: connection, target } = connections[n % connections.length];
      const script = createScript({
        tag: `${connection}-${n}`,
        engine: target.engine,
        statements: STATEMENTS,
        random,
      });
      const { id } = await front.as(pick(USERS)).create({
        connection,
        name: script.tag,
        sql: script.sql,
      });
      tasks.push({ id, target, script, connection });
    };
    const createAll = async () => {
      for (let n = 0; n < TASKS; n += AT_ONCE) {
        await Promise.all(
          Array.from({ length: AT_ONCE }, (_, i) => create(n + i)),
        );
      }
    };
    const kill = async () => {
      for (let kills = 0; kills < KILLS; kills++) {
        const at = Math.floor(random() * workers.length);
        const next = stage.standBy();
        await sleep(1_000 + random() * 2_000);
        await workers[at].kill();
        workers[at] = await next.start(config);
      }
    };
    await Promise.all([createAll(), kill()]);
    const client = front.as('ada');
    await waitUntilFinal(client, 120_000);

    const ends = await readTasks(client, tasks);
    const lost = ends.filter(task => task.status !== 'completed');
    say(`${lost.length} of ${TASKS} tasks were lost`);
    assert.deepEqual(
      lost.filter(task => task.failure?.code !== 'worker-lost'),
      [],
    );
    await expectTruth(client, stage.targets, tasks);
    for (const { id, target, maxConcurrentTasks } of connections) {
      const own = new Set(
        tasks.filter(it => it.connection === id).map(it => it.script.tag),
      );
      const spans = (await target.spans()).filter(({ tag }) => own.has(tag));
      const most = findOverlap(spans);
      say(`${id}: ${spans.length} tasks, ${most} at once`);
      assert.ok(most <= maxConcurrentTasks, `${most} at once on ${id}`);
    }
  },
);
