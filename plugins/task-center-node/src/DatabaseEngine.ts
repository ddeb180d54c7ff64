import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { DatabaseSession } from './DatabaseSession';

/**
 * What a session is opened with.
 *
 * @public
 */
export interface OpenSessionOptions {
  /** The `connection` section of the connection's configuration, secrets included. */
  config: Config;
  /** Gives up connecting when it fires. It has no meaning once the session is open. */
  signal: AbortSignal;
  logger: LoggerService;
}

/**
 * A kind of database that tasks can run on. Add one with {@link taskCenterEnginesExtensionPoint}.
 *
 * @public
 */
export interface DatabaseEngine {
  /** What `engine` says in a connection's configuration, such as `mysql`. */
  readonly id: string;
  /** The rules by which scripts for it are split into statements. */
  readonly dialect: SqlDialect;

  /** The name of the database that the configuration names, for people. Must not contain a secret. */
  describe(config: Config): { database?: string };

  /**
   * Opens a session of its own for one task, in the state that a new session has by default.
   *
   * @throws DatabaseError when the server cannot be reached or refuses. The message must be fit for people and contain no secret.
   */
  openSession(options: OpenSessionOptions): Promise<DatabaseSession>;

  /**
   * Ends a session that a lost worker left on the server and waits until it is gone. Does nothing when there is no
   * such session any more.
   *
   * @param sessionId - what {@link DatabaseSession.id} was
   */
  endOrphanedSession(
    sessionId: string,
    options: OpenSessionOptions,
  ): Promise<void>;
}
