import { DatabaseError } from 'backstage-plugin-task-center-node';

const ATTEMPTS = 5;

/**
 * The address answers, but not for the server that the session was on.
 *
 * @internal
 */
export class OtherServerError extends DatabaseError {
  /** Whether it is the same server, started again, so that its sessions are gone. */
  readonly isRestart: boolean;

  constructor(wanted: { name: string }, reached: { name: string }) {
    super(
      `A second connection reached the server ${reached.name} instead of ${wanted.name}`,
    );
    this.isRestart = reached.name === wanted.name;
  }
}

/**
 * Opens a second connection to the server that a session is on, and closes it again. Behind a load balancer it may
 * take several attempts to meet the same server; on any other one the id of a session would be a stranger's.
 *
 * @throws OtherServerError when the server was not met
 * @throws DatabaseError when the server cannot be reached
 * @internal
 */
export async function withSameServer<C, S extends { name: string }, T>(
  server: S,
  way: {
    open(): Promise<C>;
    identify(control: C): Promise<S>;
    isSame(reached: S, wanted: S): boolean;
    close(control: C): void | Promise<void>;
    /** Lets go of the connection at once, and tells whoever waits for an answer why. */
    drop(control: C, reason: DatabaseError): void;
    /** Where the server is, in words. */
    address: string;
    /** Drops the connection, whatever is awaited of it. */
    signal?: AbortSignal;
  },
  use: (control: C) => Promise<T>,
): Promise<T> {
  const { signal } = way;
  for (let attempt = 1; ; attempt++) {
    const control = await way.open();
    const drop = () => way.drop(control, gaveUpError(way.address));
    if (signal?.aborted) drop();
    signal?.addEventListener('abort', drop, { once: true });
    try {
      const reached = await way.identify(control);
      if (way.isSame(reached, server)) {
        return await use(control);
      }
      const error = new OtherServerError(server, reached);
      if (attempt === ATTEMPTS || error.isRestart) {
        throw error;
      }
    } finally {
      await way.close(control);
      signal?.removeEventListener('abort', drop);
    }
  }
}

function gaveUpError(address: string): DatabaseError {
  return new DatabaseError(`Gave up waiting for an answer of ${address}`, {
    connectionLost: true,
  });
}
