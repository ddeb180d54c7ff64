import { ToggleButton } from '@backstage/ui';
import { RiNotification3Line } from '@remixicon/react';
import { Task, isFinalStatus } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { askToNotify } from './askToNotify';
import { usePortalMessage } from './usePortalMessage';
import { useTaskWatches } from './useTaskWatches';

/**
 * Has the portal tell the person when a task ends, as long as any page of it is open.
 *
 * @internal
 */
export function WatchButton({ task }: { task: Task }) {
  const t = useTexts();
  const { watches, watched } = useTaskWatches();
  const showMessage = usePortalMessage();
  if (!watches || isFinalStatus(task.status)) {
    return null;
  }

  const watch = async () => {
    watches.add(task);
    if (!(await askToNotify())) {
      showMessage({ title: t('watch.inPortal') });
    }
  };
  return (
    <ToggleButton
      iconStart={<RiNotification3Line />}
      isSelected={watched.some(({ id }) => id === task.id)}
      onChange={isSelected => (isSelected ? watch() : watches.remove(task.id))}
    >
      {t('watch.button')}
    </ToggleButton>
  );
}
