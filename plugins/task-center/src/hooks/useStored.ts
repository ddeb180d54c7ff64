import { useCallback, useMemo, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';

type Flat = string | number | boolean;

/**
 * A choice that the portal remembers for the person.
 *
 * @internal
 */
export function useStored<T extends Flat | Partial<Record<string, Flat>>>(
  key: string,
  initial: T,
): [T, (value: T) => void] {
  const storageApi = useApi(storageApiRef);
  const bucket = useMemo(
    () => storageApi.forBucket('task-center'),
    [storageApi],
  );
  const [value, setValue] = useState<T>(
    () => bucket.snapshot<T>(key).value ?? initial,
  );
  const remember = useCallback(
    (next: T) => {
      setValue(next);
      bucket.set(key, next).catch(() => {});
    },
    [bucket, key],
  );
  return [value, remember];
}
