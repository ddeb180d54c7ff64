import assert from 'node:assert/strict';
import { findUntruths } from './findUntruths.mjs';

/**
 * @param {TaskCenterClient} client - asks a backend that is alive
 * @param {object[]} targets - the databases
 * @param {object[]} tasks - all tasks that ran on them
 * @throws AssertionError with what `findUntruths` found
 */
export async function expectTruth(client, targets, tasks) {
  const untruths = await Promise.all(
    targets.map(target => {
      const own = tasks.filter(task => task.target === target);
      return findUntruths({ client, target, tasks: own });
    }),
  );
  assert.deepEqual(untruths.flat(), []);
}
