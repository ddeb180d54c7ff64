import { ButtonLink } from '@backstage/ui';
import { RiDeleteBin2Line, RiLockLine, RiTable2 } from '@remixicon/react';
import { isFinalStatus, Task } from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { Texts, useTexts } from '../../translations';
import { Placeholder } from '../common';
import { describeRemoval } from '../TaskResults';

/**
 * Says why there is nothing to see in the SQL window.
 *
 * @internal
 */
export function NoResults({ task }: { task: Task }) {
  const t = useTexts();
  const links = useTaskCenterLinks();
  const isReadable = task.actions.includes('readResults');
  if (task.resultsRemoved) {
    return (
      <Placeholder
        icon={<RiDeleteBin2Line />}
        title={t('sqlWindow.gone')}
        actions={
          <ButtonLink href={links.task(task.id)} variant="secondary">
            {t('sqlWindow.backToTask')}
          </ButtonLink>
        }
      >
        {describeRemoval(task.resultsRemoved, t)}
      </Placeholder>
    );
  }
  return (
    <Placeholder
      icon={isReadable ? <RiTable2 /> : <RiLockLine />}
      title={
        isReadable
          ? t('sqlWindow.none')
          : t('common.error.notAllowed', { subject: t('sqlWindow.subject') })
      }
      actions={
        <ButtonLink href={links.task(task.id)} variant="secondary">
          {t('sqlWindow.backToTask')}
        </ButtonLink>
      }
    >
      {isReadable ? describeReason(task, t) : t('sqlWindow.notAllowed')}
    </Placeholder>
  );
}

function describeReason(task: Task, t: Texts): string {
  if (!isFinalStatus(task.status)) {
    return task.status === 'preparing'
      ? t('sqlWindow.none.notStarted')
      : t('sqlWindow.none.yet');
  }
  if (task.failure) {
    return t('sqlWindow.none.failed', { reason: task.failure.message });
  }
  return task.status === 'aborted'
    ? t('sqlWindow.none.aborted')
    : t('sqlWindow.none.atAll');
}
