import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Connection } from 'backstage-plugin-task-center-common';
import { TimeSpan, useTaskCenterLinks, withQuery } from '../../hooks';
import { entityTasksRouteRef } from '../../routes';

/**
 * Where all tasks of these connections are listed: in the entity's own tab where there is one, otherwise in the Task
 * Center, which can be narrowed down to one connection.
 *
 * @internal
 */
export function useListHref(
  connections: Connection[] | undefined,
): (span?: TimeSpan) => string {
  // Only a page of an entity has such a tab, so this is no link for everywhere.
  const tab = useRouteRef(entityTasksRouteRef);
  const links = useTaskCenterLinks();
  return span => {
    const time = { createdAfter: span?.from, createdBefore: span?.to };
    if (tab) {
      return withQuery(tab(), time);
    }
    const [connection, ...others] = connections ?? [];
    return links.list({
      connection: others.length === 0 ? connection?.id : undefined,
      ...time,
    });
  };
}
