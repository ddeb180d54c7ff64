import { Router } from 'express';
import { pipeline } from 'node:stream/promises';
import { parseTaskQuery } from '../parseTaskQuery';
import {
  audited,
  auditedCreation,
  createEvent,
  readEvent,
  RouteContext,
  setDownloadHeaders,
} from '../RouteContext';

/** @internal */
export function addTaskRoutes(router: Router, context: RouteContext): void {
  const { tasks, scripts } = context;

  router.get('/tasks', async (request, response) => {
    const event = {
      eventId: 'task-fetch',
      action: 'list',
      severity: 'low',
    } as const;
    const page = await audited(context, request, event, async caller =>
      tasks.list(caller, parseTaskQuery(request.query)),
    );
    response.json(page);
  });

  router.post('/tasks', async (request, response) => {
    const event = createEvent('create', {
      connection: request.body.connection,
    });
    const task = await auditedCreation(context, request, event, caller =>
      tasks.create(caller, request.body),
    );
    response.status(201).json(task);
  });

  router.get('/tasks/:id', async (request, response) => {
    const task = await audited(
      context,
      request,
      readEvent('by-id', request.params.id),
      async caller => tasks.get(caller, request.params.id),
    );
    response.json(task);
  });

  router.delete('/tasks/:id', async (request, response) => {
    const event = {
      eventId: 'task-delete',
      action: 'delete',
      severity: 'medium',
      meta: { taskId: request.params.id },
    } as const;
    await audited(context, request, event, async caller =>
      tasks.remove(caller, request.params.id),
    );
    response.status(204).end();
  });

  router.post('/tasks/:id/abort', async (request, response) => {
    const event = {
      eventId: 'task-abort',
      action: 'abort',
      severity: 'medium',
      meta: { taskId: request.params.id },
    } as const;
    const task = await audited(context, request, event, async caller =>
      tasks.abort(caller, request.params.id),
    );
    response.status(202).json(task);
  });

  router.get('/tasks/:id/script', async (request, response) => {
    await audited(
      context,
      request,
      readEvent('script', request.params.id, { allowCookie: true }),
      async caller => {
        const row = await tasks.readable(caller, request.params.id);
        setDownloadHeaders(
          response,
          'application/sql; charset=utf-8',
          `task-${row.id}.sql`,
        );
        await pipeline(
          scripts.read(row.script_id, Number(row.script_bytes)),
          response,
        );
      },
    );
  });
}
