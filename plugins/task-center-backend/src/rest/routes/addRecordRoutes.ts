import { Router } from 'express';
import { pipeline } from 'node:stream/promises';
import {
  LogLevelFilter,
  StatementState,
} from 'backstage-plugin-task-center-common';
import { readLogPage, readLogText, readStatementPage } from '../../tasks';
import { asArray, parsePaging } from '../parseTaskQuery';
import {
  audited,
  readEvent,
  RouteContext,
  setDownloadHeaders,
} from '../RouteContext';

/**
 * The routes to what a task left: its ledger and its log.
 *
 * @internal
 */
export function addRecordRoutes(router: Router, context: RouteContext): void {
  const { tasks, segments } = context;

  router.get('/tasks/:id/statements', async (request, response) => {
    const page = await audited(
      context,
      request,
      readEvent('statements', request.params.id),
      async caller => {
        const row = await tasks.readable(caller, request.params.id);
        return readStatementPage(segments, row, {
          states: asArray(request.query.state as StatementState),
          ...parsePaging(request.query, 100),
        });
      },
    );
    response.json(page);
  });

  router.get('/tasks/:id/logs', async (request, response) => {
    const { level = 'all', search, after } = request.query;
    const page = await audited(
      context,
      request,
      readEvent('logs', request.params.id),
      async caller => {
        const row = await tasks.readable(caller, request.params.id);
        return readLogPage(segments, row.id, {
          level: level as LogLevelFilter,
          search: search as string | undefined,
          after: after === undefined ? undefined : Number(after),
          ...parsePaging(request.query, 200),
        });
      },
    );
    response.json(page);
  });

  router.get('/tasks/:id/logs/download', async (request, response) => {
    const level = (request.query.level ?? 'all') as LogLevelFilter;
    await audited(
      context,
      request,
      readEvent('download-logs', request.params.id, { allowCookie: true }),
      async caller => {
        const row = await tasks.readable(caller, request.params.id);
        setDownloadHeaders(
          response,
          'text/plain; charset=utf-8',
          `task-${row.id}-${level}.log`,
        );
        await pipeline(readLogText(segments, row.id, level), response);
      },
    );
  });
}
