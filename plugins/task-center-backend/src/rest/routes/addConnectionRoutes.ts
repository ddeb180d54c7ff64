import { Router } from 'express';
import { listConnections } from '../../tasks';
import { audited, RouteContext } from '../RouteContext';

/** @internal */
export function addConnectionRoutes(
  router: Router,
  context: RouteContext,
): void {
  router.get('/connections', async (request, response) => {
    const event = {
      eventId: 'connection-fetch',
      action: 'list',
      severity: 'low',
    } as const;
    const items = await audited(context, request, event, async caller =>
      listConnections(caller, {
        ...context,
        maxScriptBytes: context.scripts.maxBytes,
      }),
    );
    response.json({ items });
  });
}
