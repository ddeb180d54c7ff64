import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { readRows, resultStream, toResultSet } from '../../results';
import { parsePaging } from '../parseTaskQuery';
import { audited, readEvent, RouteContext } from '../RouteContext';
import { sendResultsZip } from '../sendResultsZip';

/** @internal */
export function addResultRoutes(router: Router, context: RouteContext): void {
  const { tasks, segments, resultSets } = context;

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

  router.get('/tasks/:id/results/download', async (request, response) => {
    await audited(
      context,
      request,
      readEvent('download-results', request.params.id, {
        severity: 'high',
        allowCookie: true,
      }),
      async (caller, meta) => {
        const row = await tasks.readableResults(caller, request.params.id);
        Object.assign(meta, await sendResultsZip(context, row, response));
      },
    );
  });

  router.get('/tasks/:id/results/:n/rows', async (request, response) => {
    const number = Number(request.params.n);
    const page = await audited(
      context,
      request,
      readEvent('rows', request.params.id),
      async caller => {
        const row = await tasks.readableResults(caller, request.params.id);
        const result = await resultSets.find(row.id, number);
        if (!result) {
          throw new NotFoundError(`The task has no result set ${number}.`);
        }
        return {
          items: await readRows(
            segments,
            resultStream(row.id, number),
            parsePaging(request.query, 100),
          ),
          totalItems: result.rowCount,
        };
      },
    );
    response.json(page);
  });
}
