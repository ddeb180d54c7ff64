import { Button, ButtonLink } from '@backstage/ui';
import { RiAddLine, RiListCheck3, RiSearchLine } from '@remixicon/react';
import { TaskListQuery } from '../../hooks';
import { Placeholder } from '../common';

/**
 * @internal
 */
export interface EmptyTaskListProps {
  query: TaskListQuery;
  /** Whether the connection is given and not a filter. */
  bound: boolean;
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
  const { query, bound, hasConnections, newTaskHref, onClear } = props;
  const isFiltered =
    query.mine ||
    query.status.length > 0 ||
    Boolean(query.search || query.created || (!bound && query.connection));

  if (isFiltered) {
    return (
      <Placeholder
        icon={<RiSearchLine />}
        title="No task matches"
        actions={
          <Button
            variant="secondary"
            onPress={() =>
              onClear({
                mine: false,
                status: [],
                search: '',
                created: undefined,
                connection: undefined,
              })
            }
          >
            Clear all filters
          </Button>
        }
      >
        There may be tasks that these filters leave out.
      </Placeholder>
    );
  }
  return (
    <Placeholder
      icon={<RiListCheck3 />}
      title="No tasks yet"
      actions={
        newTaskHref && (
          <ButtonLink
            href={newTaskHref}
            variant="primary"
            iconStart={<RiAddLine />}
          >
            New task
          </ButtonLink>
        )
      }
    >
      {describeWhy(hasConnections, newTaskHref !== undefined)}
    </Placeholder>
  );
}

function describeWhy(hasConnections: boolean, canCreate: boolean): string {
  if (!hasConnections) {
    return 'There is no database that you may use here. Operators add databases under taskCenter.connections in the configuration of the portal.';
  }
  return canCreate
    ? 'Hand over a SQL script, walk away, and come back to what it did and returned.'
    : 'You may look at tasks here, but not create one. Ask the owners of the database for access.';
}
