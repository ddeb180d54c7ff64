import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';

type Flat = string | number | boolean;

/**
 * A choice that the portal remembers for the person, the way to change it, and whether it is known by now: portals that
 * keep settings in their backend answer later, and until then the choice is `initial`.
 *
 * @internal
 */
export type Stored<T> = [T, (value: T) => void, boolean];

/**
 * @param initial - the choice of somebody who has made none
 * @internal
 */
export function useStored<T extends Flat | Partial<Record<string, Flat>>>(
  key: string,
  initial: T,
): Stored<T> {
  const storageApi = useApi(storageApiRef);
  const bucket = useMemo(
    () => storageApi.forBucket('task-center'),
    [storageApi],
  );
  const [state, setState] = useState(() => {
    const { presence, value } = bucket.snapshot<T>(key);
    return { value, isKnown: presence !== 'unknown' };
  });
  const unsaved = useRef(0);
  const fallback = useRef(initial);

  useEffect(() => {
    const subscription = bucket
      .observe$<T>(key)
      .subscribe(({ presence, value }) => {
        // What was stored before is no news to somebody who has chosen since.
        if (presence !== 'unknown' && unsaved.current === 0) {
          setState({ value, isKnown: true });
        }
      });
    return () => subscription.unsubscribe();
  }, [bucket, key]);

  const remember = useCallback(
    (next: T) => {
      setState({ value: next, isKnown: true });
      unsaved.current += 1;
      bucket
        .set(key, next)
        .catch(() => {})
        .finally(() => {
          unsaved.current -= 1;
        });
    },
    [bucket, key],
  );
  return [state.value ?? fallback.current, remember, state.isKnown];
}
