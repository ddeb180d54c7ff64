import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTasks } from './harness/createTasks.mjs';
import { expectTruth } from './harness/expectTruth.mjs';
import { faultTest } from './harness/faultTest.mjs';
import { readTasks } from './harness/readTasks.mjs';
import { waitUntilFinal } from './harness/waitUntilFinal.mjs';

const STATEMENTS = 2_000;

for (const store of ['postgres', 'sqlite']) {
  faultTest(
    `SIGTERM under load, then a kill, with the record in ${store}`,
    { store },
    async (stage, { random, say }) => {
      const connections = stage.connect({ maxConcurrentTasks: 3 });
      const config = stage.config(connections, {
        worker: { shutdownGrace: { seconds: 1 }, maxConcurrentTasks: 6 },
      });
      const start = async (backend, name) => {
        const options = { connections, name, statements: STATEMENTS, random };
        return createTasks(backend.as('ada'), options);
      };

      const first = await stage.startBackend(config);
      const tasks = await start(first, 'terminated');
      tasks.push(...(await start(first, 'waiting')));
      await sleep(random() * 1_500);
      const began = Date.now();
      const exit = await first.terminate();
      const exitedAt = Date.now();
      say(`SIGTERM took ${exitedAt - began} ms`);
      assert.deepEqual(exit, { code: 0, signal: null });
      const left = await Promise.all(stage.targets.map(it => it.sessions()));
      assert.deepEqual(left.flat(), []);

      const second = await stage.startBackend(config);
      const early = await readTasks(second.as('ada'), tasks);
      const abandoned = early.filter(
        task =>
          task.status === 'running' && Date.parse(task.startedAt) < exitedAt,
      );
      assert.deepEqual(abandoned, []);
      await waitUntilFinal(second.as('ada'));

      tasks.push(...(await start(second, 'killed')));
      await sleep(random() * 1_500);
      await second.kill();
      const third = await stage.startBackend(config);
      await waitUntilFinal(third.as('ada'));
      await expectTruth(third.as('ada'), stage.targets, tasks);
    },
  );
}
