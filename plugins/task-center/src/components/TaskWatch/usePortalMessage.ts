import { useCallback } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { StatusTone } from '../TaskStatusLabel/describeStatus';

const STATUS = {
  waiting: 'neutral',
  running: 'info',
  succeeded: 'success',
  warning: 'warning',
  failed: 'danger',
  aborted: 'neutral',
} as const satisfies Record<StatusTone, string>;

/**
 * A message that the portal shows above its pages until it is closed.
 *
 * @internal
 */
export interface PortalMessage {
  /** All there is to say: the old frontend system shows nothing else. */
  title: string;
  tone: StatusTone;
  link?: { label: string; href: string };
}

/** @internal */
export function usePortalMessage(): (message: PortalMessage) => void {
  const toastApi = useApi(toastApiRef);
  return useCallback(
    ({ title, tone, link }: PortalMessage) => {
      toastApi.post({ title, status: STATUS[tone], links: link && [link] });
    },
    [toastApi],
  );
}
