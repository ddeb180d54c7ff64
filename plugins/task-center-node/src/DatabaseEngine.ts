import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  DatabaseSchema,
  SqlDialect,
} from 'backstage-plugin-task-center-common';
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

  /**
   * How many rows a statement would change or return, as the database estimates it. Must not run the statement, nor let
   * anything in it change something. Absent when the engine cannot tell.
   *
   * @param session - a session of this engine, opened for this. Who calls ends it, also when this takes too long.
   * @param sql - one SELECT, INSERT, UPDATE, DELETE or the like
   * @returns undefined when the database has no estimate for it
   * @throws DatabaseError when the database says something against the statement
   */
  estimateRows?(
    session: DatabaseSession,
    sql: string,
  ): Promise<number | undefined>;

  /**
   * The tables and views that a script can name, with their columns. Absent when the engine cannot tell.
   *
   * @param session - as for `estimateRows`
   */
  readSchema?(
    session: DatabaseSession,
    limits: SchemaLimits,
  ): Promise<DatabaseSchema>;
}

/**
 * How much of a schema is wanted.
 *
 * @public
 */
export interface SchemaLimits {
  tables: number;
  /** Of all tables together. */
  columns: number;
}
