import { Router } from 'express';
import {
  readRows,
  readViewRows,
  resultStream,
  toResultSet,
} from '../../results';
import { parsePaging } from '../parseTaskQuery';
import { readableResult } from '../readableResult';
import { AuditEvent, audited, readEvent, RouteContext } from '../RouteContext';

/** @internal */
export function addResultRoutes(router: Router, context: RouteContext): void {
  const { tasks, segments, resultSets, views } = context;

  router.get('/tasks/:id/results', async (request, response) => {
    const items = await audited(
      context,
      request,
      readEvent('results', request.params.id),
      async caller => {
        const row = await tasks.readableResults(caller, request.params.id);
        return (await resultSets.list(row.id)).map(toResultSet);
      },
    );
    response.json({ items });
  });

  router.get('/results/usage', async (request, response) => {
    const event = {
      eventId: 'task-fetch',
      action: 'result-usage',
      severity: 'low',
    } as const;
    const usage = await audited(context, request, event, async caller =>
      tasks.resultUsage(caller),
    );
    response.json(usage);
  });

  router.post('/tasks/:id/results/keep', async (request, response) => {
    const { until } = request.body;
    const event = changeEvent('keep', request.params.id, { until });
    const task = await audited(context, request, event, async caller =>
      tasks.keepResults(caller, request.params.id, until),
    );
    response.json(task);
  });

  router.delete('/tasks/:id/results', async (request, response) => {
    const event = changeEvent('drop', request.params.id);
    const task = await audited(context, request, event, async caller =>
      tasks.dropResults(caller, request.params.id),
    );
    response.json(task);
  });

  router.get('/tasks/:id/results/:n/rows', async (request, response) => {
    const page = await audited(
      context,
      request,
      readEvent('rows', request.params.id),
      async caller => {
        const { result } = await readableResult(
          context,
          caller,
          request.params,
        );
        const paging = parsePaging(request.query, 100);
        if (request.query.view !== undefined) {
          const { stream, rowCount } = await views.rowsOf(
            result,
            request.query.view as string,
          );
          const rows = await readViewRows(segments, stream, paging);
          return { ...rows, totalItems: rowCount };
        }
        const stream = resultStream(result.taskId, result.number);
        return {
          items: await readRows(segments, stream, paging),
          totalItems: result.rowCount,
        };
      },
    );
    response.json(page);
  });
}

function changeEvent(
  action: string,
  taskId: string,
  meta: AuditEvent['meta'] = {},
): AuditEvent {
  return {
    eventId: 'task-results-update',
    action,
    severity: 'medium',
    meta: { taskId, ...meta },
  };
}
