import {
  DatabaseError,
  StatementOutcome,
} from 'backstage-plugin-task-center-node';
import { PendingRequest } from './PendingWork';
import { cancelledError } from './sessionErrors';
import { StatementRun } from './StatementRun';
import { wasCutShort } from './wasCutShort';

/**
 * Says what became of a statement that has ended and was sent alone.
 *
 * @param options.explain - adds to an error what it means
 * @param options.readWarnings - asks the server for the warnings of the statement
 * @throws StatementCancelledError when it was broken off because it was told to end
 * @throws DatabaseError when it failed
 * @internal
 */
export async function concludeStatement(
  { run, killer, cancelled }: PendingRequest<StatementRun>,
  options: {
    sql: string;
    explain(error: DatabaseError): Promise<DatabaseError>;
    readWarnings(): Promise<(string | null)[][]>;
  },
): Promise<StatementOutcome> {
  if (run.error?.connectionLost) {
    throw run.error;
  }
  const error = run.error && (await options.explain(run.error));
  // When no KILL was sent before the answer came, then the answer is about what the statement did by itself.
  if (cancelled && killer.used) {
    const { sql, readWarnings } = options;
    if (error || (await wasCutShort(run, sql, readWarnings))) {
      throw cancelledError(error);
    }
  }
  const isDone = !error || (killer.used && run.wasStopped);
  if (isDone) {
    await run.complete();
  }
  if (run.sinkFailure !== undefined) {
    throw run.sinkFailure;
  }
  if (!isDone) {
    throw error;
  }
  return run.outcome;
}
