import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  STATEMENT_STATES,
  StatementState,
} from 'backstage-plugin-task-center-common';

/**
 * The states to which the statements are narrowed down, which are part of the URL. None means all.
 *
 * @internal
 */
export function useStatementStates(): [
  StatementState[],
  (states: StatementState[]) => void,
] {
  const [params, setParams] = useSearchParams();
  const wanted = params.getAll('state').join();
  const states = useMemo(
    () => STATEMENT_STATES.filter(state => wanted.split(',').includes(state)),
    [wanted],
  );
  const change = (next: StatementState[]) =>
    setParams(
      current => {
        const changed = new URLSearchParams(current);
        // Its place is one among all statements.
        changed.delete('statement');
        changed.delete('state');
        next.forEach(state => changed.append('state', state));
        return changed;
      },
      { replace: true },
    );
  return [states, change];
}
