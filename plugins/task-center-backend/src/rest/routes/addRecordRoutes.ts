import { Router } from 'express';
import createLimiter from 'p-limit';
import { pipeline } from 'node:stream/promises';
import {
  LogLevelFilter,
  StatementState,
} from 'backstage-plugin-task-center-common';
import {
  findInLog,
  readLogPage,
  readLogText,
  readStatementPage,
  readTimeline,
} from '../../tasks';
import { asArray, isTrue, parsePaging } from '../parseTaskQuery';
import {
  audited,
  readEvent,
  RouteContext,
  setDownloadHeaders,
} from '../RouteContext';
import { signalOf } from '../signalOf';

/** More at once would only make each of them take longer. */
const SEARCHES_AT_ONCE = 2;

/**
 * The routes to what a task left: its ledger and its log.
 *
 * @internal
 */
export function addRecordRoutes(router: Router, context: RouteContext): void {
  const { tasks, segments } = context;
  const inTurn = createLimiter(SEARCHES_AT_ONCE);

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

  router.get('/tasks/:id/timeline', async (request, response) => {
    const { buckets = 120 } = request.query;
    const timeline = await audited(
      context,
      request,
      readEvent('timeline', request.params.id),
      async caller => {
        const row = await tasks.readable(caller, request.params.id);
        return readTimeline(segments, row, { buckets: Number(buckets) });
      },
    );
    response.json(timeline);
  });

  router.get('/tasks/:id/logs', async (request, response) => {
    const { level = 'all', search, after } = request.query;
    const signal = signalOf(response);
    const page = await audited(
      context,
      request,
      readEvent('logs', request.params.id),
      async caller => {
        const row = await tasks.readable(caller, request.params.id);
        const read = () =>
          readLogPage(
            segments,
            row.id,
            {
              level: level as LogLevelFilter,
              search: search as string | undefined,
              after: after === undefined ? undefined : Number(after),
              ...parsePaging(request.query, 200),
            },
            { signal },
          );
        return search ? inTurn(read) : read();
      },
    );
    response.json(page);
  });

  router.get('/tasks/:id/logs/find', async (request, response) => {
    const query = request.query as Record<string, any>;
    const signal = signalOf(response);
    const matches = await audited(
      context,
      request,
      readEvent('find-in-logs', request.params.id),
      async caller => {
        const row = await tasks.readable(caller, request.params.id);
        return inTurn(() =>
          findInLog(
            segments,
            row.id,
            {
              text: query.text,
              regex: isTrue(query.regex),
              matchCase: isTrue(query.matchCase),
              level: query.level ?? 'all',
              from: Number(query.from ?? 0),
              to: query.to === undefined ? undefined : Number(query.to),
              limit: Number(query.limit ?? 100),
            },
            { signal },
          ),
        );
      },
    );
    response.json(matches);
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
