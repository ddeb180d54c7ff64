import { useEffect, useState } from 'react';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { findStatementAt } from './findStatementAt';

const PAUSE_MS = 150;

/**
 * The number of the statement at the cursor or, until that is known, where the cursor was. 0 where there is none.
 *
 * @internal
 */
export function useStatementAt(
  sql: string,
  offset: number,
  rules: { dialect: SqlDialect; delimiter: string },
): number {
  const { dialect, delimiter } = rules;
  const [statement, setStatement] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const timer = setTimeout(async () => {
      const options = { dialect, delimiter, signal };
      const found = await findStatementAt(sql, offset, options);
      if (!signal.aborted) {
        setStatement(found);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [sql, offset, dialect, delimiter]);
  return statement;
}
