import { useMemo, useSyncExternalStore } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/**
 * The language in which the portal speaks to the person, as `Intl` takes it. Dates in English are written day first.
 *
 * @internal
 */
export function useLanguage(): string {
  const api = useApi(appLanguageApiRef);
  const subscribe = useMemo(
    () => (listener: () => void) => {
      const subscription = api.language$().subscribe(listener);
      return () => subscription.unsubscribe();
    },
    [api],
  );
  const language = useSyncExternalStore(
    subscribe,
    () => api.getLanguage().language,
  );
  return language === 'en' ? 'en-GB' : language;
}
