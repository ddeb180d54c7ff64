import { Router } from 'express';
import {
  audited,
  auditedCreation,
  createEvent,
  readEvent,
  RouteContext,
} from '../RouteContext';

/**
 * The routes that make new tasks of earlier ones.
 *
 * @internal
 */
export function addSuccessorRoutes(
  router: Router,
  context: RouteContext,
): void {
  const { tasks } = context;

  router.post('/tasks/:id/run-again', async (request, response) => {
    const { id } = request.params;
    const event = createEvent('run-again', { copyOf: id });
    const task = await auditedCreation(context, request, event, caller =>
      tasks.runAgain(caller, id, request.body ?? {}),
    );
    response.status(201).json(task);
  });

  router.get('/tasks/:id/resume', async (request, response) => {
    const { id } = request.params;
    const advice = await audited(
      context,
      request,
      readEvent('resume-advice', id),
      async caller => tasks.adviseResume(caller, id),
    );
    response.json(advice);
  });

  router.post('/tasks/:id/resume', async (request, response) => {
    const { id } = request.params;
    const event = createEvent('resume', {
      resumes: id,
      fromStatement: request.body.fromStatement,
    });
    const task = await auditedCreation(context, request, event, caller =>
      tasks.resume(caller, id, request.body),
    );
    response.status(201).json(task);
  });
}
