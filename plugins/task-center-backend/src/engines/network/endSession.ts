import { DatabaseError } from 'backstage-plugin-task-center-node';
import { setTimeout as delay } from 'node:timers/promises';
import { OtherServerError } from './withSameServer';

const DEADLINE_MS = 30_000;
const POLL_MS = 100;

/**
 * @internal
 */
export interface EndSessionOptions<Control> {
  /** What the server calls the session. */
  name: string | number;
  /** Opens a second connection to the server that the session is on, and closes it again. */
  withControl(use: (control: Control) => Promise<void>): Promise<void>;
  /** What the session does, or undefined when there is none. */
  find(control: Control): Promise<{ text: string } | undefined>;
  /** Tells the server to end it. */
  tell(control: Control): Promise<unknown>;
  /** Ends the wait, wherever it is. */
  signal?: AbortSignal;
}

/**
 * Ends a session from outside and waits until the server has it no more. Does nothing when it has gone already, be it
 * together with the whole server.
 *
 * @throws DatabaseError when that could not be confirmed; its message says so if the server still had it
 * @internal
 */
export async function endSession<Control>(
  options: EndSessionOptions<Control>,
): Promise<void> {
  try {
    await options.withControl(control => endUntilGone(control, options));
  } catch (error) {
    if (!(error instanceof OtherServerError && error.isRestart)) {
      throw error;
    }
  }
}

async function endUntilGone<Control>(
  control: Control,
  options: EndSessionOptions<Control>,
): Promise<void> {
  const { name, find, signal } = options;
  const began = Date.now();
  let seen = await find(control);
  while (seen) {
    const { text } = seen;
    const waited = Date.now() - began;
    if (waited > DEADLINE_MS) {
      throw stillThereError(name, text, waited);
    }
    seen = await tellAndLook(control, options).catch(error => {
      throw signal?.aborted ? stillThereError(name, text, waited) : error;
    });
  }
}

async function tellAndLook<Control>(
  control: Control,
  { tell, find, signal }: EndSessionOptions<Control>,
): Promise<{ text: string } | undefined> {
  await tell(control);
  await delay(POLL_MS, undefined, { signal });
  return find(control);
}

function stillThereError(
  name: string | number,
  text: string,
  waitedMs: number,
): DatabaseError {
  const seconds = Math.round(waitedMs / 1000);
  return new DatabaseError(
    `Session ${name} was still on the server ${seconds} seconds after it was told to end (${text})`,
  );
}
