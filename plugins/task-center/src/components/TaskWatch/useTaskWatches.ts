import { useSyncExternalStore } from 'react';
import { useCurrentUserRef } from '../../hooks/useCurrentUserRef';
import { TaskWatches, WatchedTask } from './TaskWatches';

const NONE: WatchedTask[] = [];
const readNone = () => NONE;
const subscribeToNone = () => () => {};

/**
 * The tasks that the person watches, and the way to change that; undefined until it is known who they are.
 *
 * @internal
 */
export function useTaskWatches(): {
  watches: TaskWatches | undefined;
  watched: WatchedTask[];
} {
  const userRef = useCurrentUserRef();
  const watches = userRef ? TaskWatches.of(userRef) : undefined;
  const watched = useSyncExternalStore(
    watches?.subscribe ?? subscribeToNone,
    watches?.list ?? readNone,
  );
  return { watches, watched };
}
