import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 2_000;

/**
 * Tries again what storage refused, so that it survives a short outage.
 *
 * @param ms - for how long it is tried; 0 is once
 * @param isFinal - tells an error that no further try can mend
 * @throws what the last try threw
 * @internal
 */
export async function withPatience<T>(
  ms: number,
  action: () => Promise<T>,
  isFinal: (error: unknown) => boolean = () => false,
): Promise<T> {
  const deadline = performance.now() + ms;
  let wait = FIRST_WAIT_MS;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (isFinal(error) || performance.now() + wait > deadline) {
        throw error;
      }
      await sleep(wait);
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
    }
  }
}
