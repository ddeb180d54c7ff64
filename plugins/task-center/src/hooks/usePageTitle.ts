import { useEffect, useLayoutEffect } from 'react';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useTexts } from '../translations';

/**
 * Names what is looked at in the title of the browser's tab, until it is left.
 *
 * @param subject - undefined where it is not known by now, or named by something else
 * @internal
 */
export function usePageTitle(subject: string | undefined): void {
  const ownTitle = useOwnTitle();
  const title = subject && `${subject} | ${ownTitle}`;

  useEffect(() => {
    if (!title) {
      return undefined;
    }
    const before = document.title;
    document.title = title;
    // Headers of other pages write theirs in the next frame.
    const frame = requestAnimationFrame(() => {
      document.title = title;
    });
    return () => {
      cancelAnimationFrame(frame);
      if (document.title === title) {
        document.title = before;
      }
    };
  }, [title]);
}

/**
 * Names the Task Center in the title of the browser's tab while none of its pages says more, and the portal once it is
 * left: not every page of a portal has a title.
 *
 * @internal
 */
export function useTaskCenterTitle(): void {
  const ownTitle = useOwnTitle();
  const portal = usePortalTitle();

  // Before the pages inside name themselves.
  useLayoutEffect(() => {
    document.title = ownTitle;
    return () => {
      document.title = portal;
    };
  }, [ownTitle, portal]);
}

function useOwnTitle(): string {
  const t = useTexts();
  const portal = usePortalTitle();
  return `${t('watch.sidebar.title')} | ${portal}`;
}

function usePortalTitle(): string {
  return useApi(configApiRef).getOptionalString('app.title') ?? 'Backstage';
}
