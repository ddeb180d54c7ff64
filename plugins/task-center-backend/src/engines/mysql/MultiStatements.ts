import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { queryRows } from './queryRows';
import { setMultiStatements } from './setMultiStatements';
import { noAnswerError, toDatabaseError } from './toDatabaseError';

const TIMEOUT_MS = 10_000;
const SYNTAX_ERROR = '1064';
const NOT_SQL = 'x';

/**
 * Whether requests of a session may hold several statements: the switch on the server, and what is known of it.
 *
 * It is on as long as nothing speaks against it, because every switch costs a round trip and sets ROW_COUNT() to -1. It
 * is switched off for a text that the server might take for several statements although it was handed over as one.
 *
 * @internal
 */
export class MultiStatements {
  private constructor(
    private readonly connection: Connection,
    /** Whether the server runs the statements of a request one after the other, as if each was sent alone. */
    readonly supported: boolean,
    private on: boolean,
  ) {}

  /**
   * Runs a first statement and finds out with it how the server takes several: behind it goes a text that is no SQL. A
   * server that looks at the whole request before it runs any of it (TiDB does) is not one for batches.
   *
   * @param sql - without rows, and such that it may run twice
   * @throws DatabaseError when the server refuses the statement
   */
  static async begin(
    connection: Connection,
    sql: string,
  ): Promise<MultiStatements> {
    const known = await switchOn(connection);
    if (known && (await runsOneByOne(connection, sql))) {
      return new MultiStatements(connection, true, true);
    }
    if (known) {
      await setMultiStatements(connection, false);
    }
    await queryRows(connection, sql);
    return new MultiStatements(connection, false, false);
  }

  get isOn(): boolean {
    return this.on;
  }

  /** @throws DatabaseError when the connection is lost */
  async turn(on: boolean): Promise<void> {
    if (this.supported && this.on !== on) {
      await setMultiStatements(this.connection, on);
      this.on = on;
    }
  }
}

async function switchOn(connection: Connection): Promise<boolean> {
  try {
    await setMultiStatements(connection, true);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && !error.connectionLost) {
      return false;
    }
    throw error;
  }
}

async function runsOneByOne(
  connection: Connection,
  sql: string,
): Promise<boolean> {
  let succeeded = 0;
  let failure: DatabaseError | undefined;
  let timer: NodeJS.Timeout | undefined;
  let onLost: ((error: Error) => void) | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(noAnswerError()), TIMEOUT_MS);
      onLost = error => reject(toDatabaseError(error));
      connection.once('error', onLost);
      connection
        .query(`${sql};${NOT_SQL}`)
        .on('result', () => succeeded++)
        .on('error', error => {
          failure = toDatabaseError(error);
        })
        .on('end', () => resolve());
    });
  } finally {
    clearTimeout(timer);
    connection.off('error', onLost!);
  }
  return succeeded === 1 && failure?.code === SYNTAX_ERROR;
}
