import { test } from 'node:test';
import { chooseSeed, createRandom } from './createRandom.mjs';
import { Stage } from './Stage.mjs';

const LIMIT_MS = 20 * 60_000;

/**
 * A test with a stage of its own. When it fails, what every process wrote is
 * shown and kept.
 *
 * @param {string} name
 * @param {object} options - for `Stage.create`
 * @param {(stage: Stage, tools: { random(): number, say(text: string): void
 *   }) => Promise<void>} body
 */
export function faultTest(name, options, body) {
  test(name, { timeout: LIMIT_MS }, async context => {
    const seed = chooseSeed();
    context.diagnostic(`TASK_CENTER_FAULT_SEED=${seed}`);
    const stage = await Stage.create(options);
    const interrupted = () => stage.close().finally(() => process.exit(1));
    process.once('SIGTERM', interrupted);
    let failed = true;
    try {
      await body(stage, {
        random: createRandom(seed),
        say: text => context.diagnostic(text),
      });
      failed = false;
    } finally {
      process.off('SIGTERM', interrupted);
      if (failed) context.diagnostic(`${stage.directory}\n${stage.report()}`);
      await stage.close({ keep: failed });
    }
  });
}
