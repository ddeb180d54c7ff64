import { Router } from 'express';
import { parseActivityQuery } from '../parseActivityQuery';
import { audited, RouteContext } from '../RouteContext';
import { signalOf } from '../signalOf';

/** @internal */
export function addActivityRoutes(router: Router, context: RouteContext): void {
  router.get('/activity', async (request, response) => {
    const signal = signalOf(response);
    const event = {
      eventId: 'task-fetch',
      action: 'activity',
      severity: 'low',
    } as const;
    const activity = await audited(context, request, event, async caller =>
      context.activity.read(caller, parseActivityQuery(request.query), signal),
    );
    response.json(activity);
  });
}
