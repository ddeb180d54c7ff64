import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Connection } from 'backstage-plugin-task-center-common';
import { TimeSpan, useTaskCenterLinks } from '../../hooks';
import { entityTasksRouteRef } from '../../routes';

/**
 * Where all tasks of these connections are listed: in the entity's own tab where there is one, otherwise in the Task Center.
 *
 * @internal
 */
export function useListHref(
  connections: Connection[] | undefined,
): (span?: TimeSpan) => string {
  const tab = useRouteRef(entityTasksRouteRef);
  const links = useTaskCenterLinks();
  return span => {
    const query = new URLSearchParams();
    if (!tab && connections?.length === 1) {
      query.set('connection', connections[0].id);
    }
    if (span) {
      query.set('createdAfter', span.from);
      query.set('createdBefore', span.to);
    }
    const search = query.toString();
    return `${tab?.() ?? links.list()}${search && `?${search}`}`;
  };
}
