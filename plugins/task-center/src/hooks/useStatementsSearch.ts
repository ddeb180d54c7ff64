import { useCallback } from 'react';
import { useLocation } from 'react-router-dom';
import { StatementState } from 'backstage-plugin-task-center-common';

/**
 * The query of the URL that shows statements in the details at hand: one of them, or those in one state.
 *
 * @internal
 */
export function useStatementsSearch(): (
  wanted: { statement: number } | { state: StatementState },
) => string {
  const { search } = useLocation();
  return useCallback(
    wanted => {
      const params = new URLSearchParams(search);
      params.delete('statement');
      params.delete('state');
      params.set('tab', 'statements');
      for (const [name, value] of Object.entries(wanted)) {
        params.set(name, String(value));
      }
      return `?${params}`;
    },
    [search],
  );
}
