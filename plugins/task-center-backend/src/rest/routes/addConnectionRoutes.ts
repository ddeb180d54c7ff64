import { Router } from 'express';
import { createHash } from 'node:crypto';
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

  router.get('/connections/:id/schema', async (request, response) => {
    const connection = request.params.id;
    const event = {
      eventId: 'connection-fetch',
      action: 'schema',
      severity: 'low',
      meta: { connection },
    } as const;
    const schema = await audited(context, request, event, caller =>
      context.inspector.readSchema(caller, connection),
    );
    response.json(schema);
  });

  router.post('/connections/:id/estimates', async (request, response) => {
    const connection = request.params.id;
    const statements: string[] = request.body.statements;
    const event = {
      eventId: 'connection-fetch',
      action: 'estimate',
      severity: 'medium',
      meta: { connection, sha256: statements.map(sha256).join(' ') },
    } as const;
    const items = await audited(context, request, event, caller =>
      context.inspector.estimate(caller, connection, statements),
    );
    response.json({ items });
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
