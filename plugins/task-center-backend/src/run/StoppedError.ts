import { RunControl } from './RunControl';

/**
 * Unwinds a run that was told to stop.
 *
 * @internal
 */
export class StoppedError extends Error {}

/**
 * @throws StoppedError when the run is to stop
 * @internal
 */
export function checkStop(control: RunControl): void {
  if (control.reason) {
    throw new StoppedError();
  }
}

/**
 * Waits for something, but no longer than the run goes on. What it does after that is nobody's any more.
 *
 * @throws StoppedError when the run is to stop
 * @internal
 */
export async function untilStopped<T>(
  work: Promise<T>,
  control: RunControl,
): Promise<T> {
  const { signal } = control;
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new StoppedError());
    signal.addEventListener('abort', stop);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
