import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { taskCenterApiRef } from '../api';
import { useCurrentUserRef } from './useCurrentUserRef';
import { useStored } from './useStored';
import {
  TaskListQuery,
  hasTaskListQuery,
  writeTaskListQuery,
} from './useTaskListQuery';

/** What is remembered of a query that leaves nothing out. */
const EVERYTHING = 'all';

/**
 * What {@link useInitialTaskListQuery} knows.
 *
 * @internal
 */
export interface InitialTaskListQuery {
  /** Whether the URL says by now what to show. */
  isReady: boolean;
  /** Keeps a query for the next time, but for its days and its page. */
  remember: (query: TaskListQuery) => void;
}

/**
 * Gives a list of tasks that is opened without a word about what to show the query that it had the last time; at the first
 * time, that is one's own tasks where one has any.
 *
 * @param isWanted - false where the list always begins with everything
 * @internal
 */
export function useInitialTaskListQuery(
  isWanted: boolean,
): InitialTaskListQuery {
  const api = useApi(taskCenterApiRef);
  const userRef = useCurrentUserRef();
  const [params, setParams] = useSearchParams();
  const [remembered, setRemembered, isKnown] = useStored<string>(
    'taskList',
    '',
  );
  const [isReady, setIsReady] = useState(
    () => !isWanted || hasTaskListQuery(params),
  );

  useEffect(() => {
    if (isReady || !isKnown || (!remembered && userRef === undefined)) {
      return undefined;
    }
    let mounted = true;
    const begin = (query: string) => {
      if (!mounted) {
        return;
      }
      setIsReady(true);
      setParams(
        current =>
          new URLSearchParams([...current, ...new URLSearchParams(query)]),
        { replace: true },
      );
    };
    if (remembered) {
      begin(remembered === EVERYTHING ? '' : remembered);
    } else if (!userRef) {
      begin('');
    } else {
      api.listTasks({ createdBy: userRef, limit: 1 }).then(
        ({ totalItems }) => begin(totalItems > 0 ? 'createdBy=me' : ''),
        () => begin(''),
      );
    }
    return () => {
      mounted = false;
    };
  }, [api, isKnown, isReady, remembered, setParams, userRef]);

  const remember = useCallback(
    (query: TaskListQuery) => {
      const lasting = {
        ...query,
        ...{ createdAfter: undefined, createdBefore: undefined, page: 1 },
      };
      const text = `${writeTaskListQuery(new URLSearchParams(), lasting)}`;
      setRemembered(text || EVERYTHING);
    },
    [setRemembered],
  );
  return { isReady, remember };
}
