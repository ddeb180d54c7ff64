import { DatabaseError } from 'backstage-plugin-task-center-node';
import { SessionCharsets } from './chosenCharsets';

/**
 * A request on its way through a connection, from its first byte to the last one of the answer.
 *
 * @internal
 */
export interface ServerRequest {
  /** Resolves with the server's last word about it, or with the loss of the connection. */
  readonly ended: Promise<void>;
  readonly hasEnded: boolean;
  readonly error?: DatabaseError;
  /** The server's status behind the last statement that it has answered. */
  readonly status?: number;
  /** The character sets that it has chosen for the session, if any. */
  readonly charsets?: SessionCharsets;
  /** Whether nothing can be heard at present because it is held back on this side. */
  readonly isHeld: boolean;
  /** Keeps nothing of what still comes. */
  discard(): void;
  /** Says that the connection is gone. */
  lose(error: DatabaseError): void;
  /** Resolves when all that it delivered has been taken in. */
  drained(): Promise<void>;
  /**
   * Says that the server does nothing any more for the session. A request that the server may have left without a last
   * word finds out about it.
   */
  settle(): void;
}
