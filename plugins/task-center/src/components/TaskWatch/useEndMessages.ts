import { useEffect, useRef } from 'react';
import { useTaskCenterLinks } from '../../hooks/useTaskCenterLinks';
import { useTexts } from '../../translations';
import { TaskWatches, WatchedTask } from './TaskWatches';
import { usePortalMessage } from './usePortalMessage';

/**
 * Says in the portal which watched tasks have ended, in the tab that the person sees, or as soon as they see one.
 *
 * @internal
 */
export function useEndMessages(
  watches: TaskWatches | undefined,
  watched: WatchedTask[],
): void {
  const t = useTexts();
  const links = useTaskCenterLinks();
  const showMessage = usePortalMessage();
  const say = useRef<(task: WatchedTask) => void>(() => {});
  say.current = ({ id, name, end }) =>
    showMessage({
      title: t('watch.ended', { name, status: end! }),
      link: { label: t('watch.open'), href: links.task(id) },
    });

  useEffect(() => {
    const sayAll = () => {
      if (watches && !document.hidden) {
        watched
          .filter(({ id, end }) => end && watches.remove(id))
          .forEach(task => say.current(task));
      }
    };
    sayAll();
    document.addEventListener('visibilitychange', sayAll);
    return () => document.removeEventListener('visibilitychange', sayAll);
  }, [watches, watched]);
}
