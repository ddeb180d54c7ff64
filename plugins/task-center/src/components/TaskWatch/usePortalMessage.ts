import { useCallback } from 'react';
import {
  alertApiRef,
  toastApiRef,
  useApi,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

/**
 * A message that the portal shows above its pages until it is closed.
 *
 * @internal
 */
export interface PortalMessage {
  /** All there is to say: the old frontend system shows nothing else. */
  title: string;
  link?: { label: string; href: string };
}

/** @internal */
export function usePortalMessage(): (message: PortalMessage) => void {
  // Older portals have none.
  const toastApi = useApiHolder().get(toastApiRef);
  const alertApi = useApi(alertApiRef);
  return useCallback(
    ({ title, link }: PortalMessage) => {
      if (!toastApi) {
        alertApi.post({
          message: title,
          severity: 'info',
          display: 'transient',
        });
        return;
      }
      // The words say it: the colours of the other kinds cannot be read in the dark theme.
      toastApi.post({ title, status: 'neutral', links: link && [link] });
    },
    [toastApi, alertApi],
  );
}
