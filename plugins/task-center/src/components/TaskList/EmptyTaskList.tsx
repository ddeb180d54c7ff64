import { Button } from '@backstage/ui';
import { RiListCheck3, RiSearchLine } from '@remixicon/react';
import { TaskListQuery, isFiltered } from '../../hooks';
import { Texts, useTexts } from '../../translations';
import { Placeholder } from '../common';
import { NewTaskLink } from './NewTaskLink';

/**
 * @internal
 */
export interface EmptyTaskListProps {
  query: TaskListQuery;
  hasConnections: boolean;
  /** Where a new task is made; undefined when the person may not make one. */
  newTaskHref: string | undefined;
  onClear: (change: Partial<TaskListQuery>) => void;
}

/**
 * Stands where a list has no tasks, and says why.
 *
 * @internal
 */
export function EmptyTaskList(props: EmptyTaskListProps) {
  const { query, hasConnections, newTaskHref, onClear } = props;
  const t = useTexts();

  if (isFiltered(query)) {
    return (
      <Placeholder
        icon={<RiSearchLine />}
        title={t('taskList.empty.noMatch.title')}
        actions={
          <Button
            variant="secondary"
            onPress={() =>
              onClear({
                mine: false,
                creator: undefined,
                status: [],
                search: '',
                created: undefined,
                createdAfter: undefined,
                createdBefore: undefined,
                connection: undefined,
              })
            }
          >
            {t('taskList.empty.clearFilters')}
          </Button>
        }
      >
        {t('taskList.empty.noMatch.text')}
      </Placeholder>
    );
  }
  return (
    <Placeholder
      icon={<RiListCheck3 />}
      title={t('taskList.empty.title')}
      actions={newTaskHref && <NewTaskLink href={newTaskHref} />}
    >
      {describeWhy(t, hasConnections, newTaskHref !== undefined)}
    </Placeholder>
  );
}

function describeWhy(
  t: Texts,
  hasConnections: boolean,
  canCreate: boolean,
): string {
  if (!hasConnections) {
    return t('taskList.empty.noConnections');
  }
  return canCreate
    ? t('taskList.empty.canCreate')
    : t('taskList.empty.mayNotCreate');
}
