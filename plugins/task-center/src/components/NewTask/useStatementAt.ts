import { useMemo } from 'react';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { useDebouncedValue } from '../../hooks/useDebouncedValue';
import { findStatementAt } from './findStatementAt';

const PAUSE_MS = 150;
/** What is pasted can be larger than what may be edited; nobody waits for this figure. */
const LONGEST = 4 * 1024 * 1024;

/**
 * The number of the statement at the cursor, or 0.
 *
 * @internal
 */
export function useStatementAt(
  sql: string,
  offset: number,
  rules: { dialect: SqlDialect; delimiter: string },
): number {
  const { dialect, delimiter } = rules;
  const place = useMemo(() => ({ sql, offset }), [sql, offset]);
  const settled = useDebouncedValue(place, PAUSE_MS);
  return useMemo(
    () =>
      settled.offset > LONGEST
        ? 0
        : findStatementAt(settled.sql, settled.offset, { dialect, delimiter }),
    [settled, dialect, delimiter],
  );
}
