import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the details of a task keep in the URL. */
const DETAILS_PARAMS = ['tab', 'statement', 'state', 'line', 'level'];

/**
 * The task whose details panel is open, which is part of the URL.
 *
 * @internal
 */
export interface OpenTask {
  openTaskId: string | undefined;
  openTask: (id: string) => void;
  closeTask: () => void;
}

/** @internal */
export function useOpenTask(): OpenTask {
  const [params, setParams] = useSearchParams();

  const show = useCallback(
    (id: string | undefined) =>
      setParams(current => {
        const next = new URLSearchParams(current);
        DETAILS_PARAMS.forEach(name => next.delete(name));
        if (id) {
          next.set('task', id);
        } else {
          next.delete('task');
        }
        return next;
      }),
    [setParams],
  );

  return {
    openTaskId: params.get('task') ?? undefined,
    openTask: show,
    closeTask: useCallback(() => show(undefined), [show]),
  };
}
