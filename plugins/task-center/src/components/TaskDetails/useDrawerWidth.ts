import { useCallback, useMemo, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** @internal */
export const DRAWER_MIN_WIDTH = 480;

const DEFAULT_WIDTH = 720;
const KEY = 'detailsWidth';

/**
 * The width of the details panel in pixels, which the portal remembers.
 *
 * @internal
 */
export function useDrawerWidth(): [number, (width: number) => void] {
  const storageApi = useApi(storageApiRef);
  const bucket = useMemo(
    () => storageApi.forBucket('task-center'),
    [storageApi],
  );
  const [width, setWidth] = useState(
    () => bucket.snapshot<number>(KEY).value ?? DEFAULT_WIDTH,
  );
  const remember = useCallback(
    (next: number) => {
      const bounded = Math.round(Math.max(DRAWER_MIN_WIDTH, next));
      setWidth(bounded);
      bucket.set(KEY, bounded).catch(() => {});
    },
    [bucket],
  );
  return [width, remember];
}
