import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTasks } from './harness/createTasks.mjs';
import { expectTruth } from './harness/expectTruth.mjs';
import { faultTest } from './harness/faultTest.mjs';
import { countUnderWay, readTasks } from './harness/readTasks.mjs';
import { waitUntilConnected } from './harness/waitUntilConnected.mjs';
import { waitUntilFinal } from './harness/waitUntilFinal.mjs';

const STATEMENTS = 1_000;

/** What is done to a network, and what it takes to check what became of it. */
const FAULTS = {
  cut: proxy => proxy.cut(),
  refused: proxy => proxy.refuse(),
  frozen: proxy => proxy.freeze(),
  // As when a firewall forgets connections: new ones get through.
  forgotten: proxy => proxy.freeze({ newcomers: false }),
  slow: proxy => proxy.delay(3),
};

faultTest(
  'the network to the target cut, refused, frozen, forgotten and slow',
  {},
  async (stage, { random, say }) => {
    const ways = await Promise.all(
      Object.keys(FAULTS).flatMap(fault =>
        stage.targets.map(async target => {
          const proxy = await stage.openProxy(target);
          return { fault, target, proxy };
        }),
      ),
    );
    const connections = ways.map(({ fault, target, proxy }) => ({
      id: `${target.engine}-${fault}`,
      target,
      port: proxy.port,
      maxConcurrentTasks: 10,
    }));
    const backend = await stage.startBackend(
      stage.config(connections, { worker: { maxConcurrentTasks: 100 } }),
    );
    const client = backend.as('ada');
    const tasks = await createTasks(client, {
      ...{ connections, name: 'network', statements: STATEMENTS, random },
    });
    const on = fault =>
      tasks.filter(({ script }) => script.tag.includes(fault));
    await Promise.all(
      ways.map(async ({ fault, proxy }) => {
        await sleep(500 + random() * 2_000);
        // Nobody can end a session that is forgotten before it has said which one it is.
        if (fault === 'forgotten') await waitUntilConnected(client, on(fault));
        FAULTS[fault](proxy);
      }),
    );
    const broken = Date.now();
    await waitUntilFinal(client).finally(async () => {
      for (const fault of Object.keys(FAULTS)) {
        const ends = await readTasks(client, on(fault));
        const seconds = ends.map(task =>
          ((Date.parse(task.finishedAt) - broken) / 1_000).toFixed(1),
        );
        say(`${fault}: ended after ${seconds} s`);
      }
    });
    for (const task of await readTasks(client, on('slow'))) {
      assert.equal(task.status, 'completed', task.failure?.message);
    }
    assert.equal(await countUnderWay(client, on('frozen')), 0);
    // Nothing can be ended through a network that is away. When it is back,
    // what it kept from the servers reaches them.
    await Promise.all(
      ways
        .filter(({ fault }) => fault === 'frozen' || fault === 'refused')
        .map(({ proxy }) => proxy.heal()),
    );
    await expectTruth(client, stage.targets, tasks);
  },
);
