import { useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { taskCenterApiRef } from '../../api';
import { useDebouncedValue } from '../../hooks/useDebouncedValue';
import { EstimateQuery, estimateQueries } from './estimateQueries';
import { ScriptCount } from './ScriptCount';
import { CountedScript } from './useScriptCount';

const PAUSE_MS = 500;

/**
 * How many rows statements would change or concern, as the database estimates it, by the number of the statement.
 *
 * @internal
 */
export type RowEstimates = ReadonlyMap<number, number>;

const NONE: RowEstimates = new Map();

/**
 * Asks the database for estimates when the script stands still. Those that it has not, or does not give, are left out.
 *
 * @internal
 */
export function useRowEstimates(
  connection: string | undefined,
  { count, isCounting }: Pick<CountedScript, 'count' | 'isCounting'>,
): RowEstimates {
  const api = useApi(taskCenterApiRef);
  const known = useRef<ScriptCount>();
  // Until it is counted again, the script is taken for what it was.
  if (count?.isFinished && !isCounting) {
    known.current = count;
  }
  const { current } = known;
  const wanted = useMemo(() => {
    const queries = current ? estimateQueries(current) : [];
    return JSON.stringify({ connection, queries });
  }, [connection, current]);
  const settled = useDebouncedValue(wanted, PAUSE_MS);
  const [found, setFound] = useState({ key: '', rows: NONE });

  useEffect(() => {
    const question: { connection?: string; queries: EstimateQuery[] } =
      JSON.parse(settled);
    if (!question.connection || !question.queries.length) {
      return undefined;
    }
    const abort = new AbortController();
    const statements = question.queries.map(({ sql }) => sql);
    api
      .estimateRows(question.connection, statements, { signal: abort.signal })
      .then(
        estimates => {
          const rows = new Map<number, number>();
          estimates.forEach((estimate, at) => {
            if (estimate.rows !== undefined) {
              rows.set(question.queries[at].statement, estimate.rows);
            }
          });
          return abort.signal.aborted || setFound({ key: settled, rows });
        },
        () => {},
      );
    return () => abort.abort();
  }, [api, settled]);

  return found.key === wanted ? found.rows : NONE;
}
