import { DatabaseError } from 'backstage-plugin-task-center-node';
import { Connection } from 'mysql2';
import { StatementKiller } from '../network/StatementKiller';
import { queryRows } from './queryRows';

const NO_SUCH_THREAD = '1094';

/**
 * What kills the statement of a session.
 *
 * @internal
 */
export type MysqlStatementKiller = StatementKiller<Connection>;

/**
 * @param connectionId - the server's number of the session
 * @internal
 */
export function createStatementKiller(
  connectionId: string,
): MysqlStatementKiller {
  return StatementKiller.create(async control => {
    try {
      await queryRows(control, `KILL QUERY ${connectionId}`);
      return true;
    } catch (error) {
      if (error instanceof DatabaseError && error.code === NO_SUCH_THREAD) {
        return false;
      }
      throw error;
    }
  });
}
