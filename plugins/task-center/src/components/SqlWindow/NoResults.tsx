import { ButtonLink } from '@backstage/ui';
import { RiDeleteBin2Line, RiLockLine, RiTable2 } from '@remixicon/react';
import { isFinalStatus, Task } from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { Placeholder } from '../common';
import { describeRemoval } from '../TaskResults';

/**
 * Says why there is nothing to see in the SQL window.
 *
 * @internal
 */
export function NoResults({ task }: { task: Task }) {
  const links = useTaskCenterLinks();
  const isReadable = task.actions.includes('readResults');
  if (task.resultsRemoved) {
    return (
      <Placeholder
        icon={<RiDeleteBin2Line />}
        title="The results are gone"
        actions={
          <ButtonLink href={links.task(task.id)} variant="secondary">
            Back to the task
          </ButtonLink>
        }
      >
        {describeRemoval(task.resultsRemoved)}
      </Placeholder>
    );
  }
  return (
    <Placeholder
      icon={isReadable ? <RiTable2 /> : <RiLockLine />}
      title={
        isReadable ? 'No result sets' : 'The results cannot be shown to you'
      }
      actions={
        <ButtonLink href={links.task(task.id)} variant="secondary">
          Back to the task
        </ButtonLink>
      }
    >
      {isReadable
        ? describeReason(task)
        : 'The rows of a task can be read by the person who created it and by the owners of the database. Ask one of them.'}
    </Placeholder>
  );
}

function describeReason(task: Task): string {
  if (!isFinalStatus(task.status)) {
    return task.status === 'preparing'
      ? 'The task has not sent its first statement yet. Result sets appear here as they arrive.'
      : 'No statement has returned rows yet. Result sets appear here as they arrive.';
  }
  if (task.failure) {
    return `No statement returned rows before the task failed: ${task.failure.message}`;
  }
  return task.status === 'aborted'
    ? 'No statement returned rows before the task was aborted.'
    : 'None of the statements returned rows.';
}
