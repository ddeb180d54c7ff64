import { setTimeout as sleep } from 'node:timers/promises';
import { RunControl } from './RunControl';

const FIRST_WAIT_MS = 500;

/**
 * How often something is tried that failed for a reason that passes.
 *
 * @internal
 */
export const MOST_TRIES = 5;

/**
 * How long to wait behind a try, in ms: twice as long each time, and a little by chance, so that those who met over the
 * same lock do not meet again.
 *
 * @param tried - how many tries there were, from 1
 * @internal
 */
export function retryDelay(tried: number): number {
  return FIRST_WAIT_MS * 2 ** (tried - 1) * (0.75 + Math.random() / 2);
}

/**
 * Waits, but no longer than the run goes on.
 *
 * @internal
 */
export async function waitToRetry(
  ms: number,
  control: RunControl,
): Promise<void> {
  const { signal } = control;
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}
