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
