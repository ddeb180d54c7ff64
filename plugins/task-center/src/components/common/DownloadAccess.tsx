import { ReactNode, createContext, useContext } from 'react';
import { useCookieAuthRefresh } from '@backstage/plugin-auth-react';

/**
 * Whether the browser holds the cookie with which it can download by itself.
 *
 * @internal
 */
export type DownloadAccessState = ReturnType<typeof useCookieAuthRefresh>;

const DownloadAccessContext = createContext<DownloadAccessState | undefined>(
  undefined,
);

/**
 * Keeps the portal's cookie fresh, so that a download is a plain link which the browser streams to disk.
 *
 * @internal
 */
export function DownloadAccess({ children }: { children: ReactNode }) {
  const state = useCookieAuthRefresh({ pluginId: 'task-center' });
  return (
    <DownloadAccessContext.Provider value={state}>
      {children}
    </DownloadAccessContext.Provider>
  );
}

/** @internal */
export function useDownloadAccess(): DownloadAccessState {
  const state = useContext(DownloadAccessContext);
  if (!state) {
    throw new Error('A download link stands outside of DownloadAccess');
  }
  return state;
}
