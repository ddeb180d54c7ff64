import { Response } from 'express';

/**
 * A signal that aborts when nobody waits for a response any more. To be asked for before anything is awaited.
 *
 * @internal
 */
export function signalOf(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}
