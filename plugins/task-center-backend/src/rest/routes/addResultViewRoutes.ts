import { ConflictError } from '@backstage/errors';
import { isFinalStatus } from 'backstage-plugin-task-center-common';
import { Router } from 'express';
import { findInResult } from '../findInResult';
import { readableResult } from '../readableResult';
import { audited, readEvent, RouteContext } from '../RouteContext';

/**
 * The routes that filter, sort and search a whole result set.
 *
 * @internal
 */
export function addResultViewRoutes(
  router: Router,
  context: RouteContext,
): void {
  const { views } = context;

  router.post('/tasks/:id/results/:n/views', async (request, response) => {
    const { params, body } = request;
    const { view, isNew } = await audited(
      context,
      request,
      readEvent('create-view', params.id),
      async caller => {
        const { task, result } = await readableResult(context, caller, params);
        if (result.partial && !isFinalStatus(task.status)) {
          throw new ConflictError(
            `Result set ${result.number} still grows. It can be filtered and sorted when its statement has ended.`,
          );
        }
        return views.create(result, body, caller.ref);
      },
    );
    response.status(isNew ? 201 : 200).json(view);
  });

  router.get('/tasks/:id/results/:n/views/:view', async (request, response) => {
    const { params } = request;
    const view = await audited(
      context,
      request,
      readEvent('view', params.id),
      async caller => {
        const { result } = await readableResult(context, caller, params);
        return views.get(result, params.view, caller.ref);
      },
    );
    response.json(view);
  });

  router.delete(
    '/tasks/:id/results/:n/views/:view',
    async (request, response) => {
      const { params } = request;
      await audited(
        context,
        request,
        readEvent('leave-view', params.id),
        async caller => {
          const { result } = await readableResult(context, caller, params);
          await views.leave(result, params.view, caller.ref);
        },
      );
      response.status(204).end();
    },
  );

  router.get('/tasks/:id/results/:n/find', async (request, response) => {
    const { params, query } = request;
    const matches = await audited(
      context,
      request,
      readEvent('find', params.id),
      async caller => {
        const { result } = await readableResult(context, caller, params);
        return findInResult(context, result, query, response);
      },
    );
    response.json(matches);
  });
}
