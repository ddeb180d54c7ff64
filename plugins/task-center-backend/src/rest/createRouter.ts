import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { RequestHandler, Router } from 'express';
import { hideInternalErrors } from './hideInternalErrors';
import { openApiDocument } from './openapi';
import { parseJsonBody } from './parseJsonBody';
import { refuseNul } from './refuseNul';
import { RouteContext } from './RouteContext';
import { addActivityRoutes } from './routes/addActivityRoutes';
import { addConnectionRoutes } from './routes/addConnectionRoutes';
import { addDownloadRoutes } from './routes/addDownloadRoutes';
import { addRecordRoutes } from './routes/addRecordRoutes';
import { addResultRoutes } from './routes/addResultRoutes';
import { addResultViewRoutes } from './routes/addResultViewRoutes';
import { addScriptRoutes } from './routes/addScriptRoutes';
import { addSuccessorRoutes } from './routes/addSuccessorRoutes';
import { addTaskRoutes } from './routes/addTaskRoutes';

/**
 * The HTTP interface of the service.
 *
 * @internal
 */
export function createRouter(context: RouteContext): Router {
  const router = Router();
  router.get('/openapi.json', (request, response) => {
    const url = request.originalUrl.replace(/\/openapi\.json.*$/, '');
    response.json({ ...openApiDocument, servers: [{ url }] });
  });

  const routes = createValidatedOpenApiRouter(openApiDocument as any, {
    middleware: parseJsonBody(context.maxInlineBytes) as RequestHandler[],
  }) as unknown as Router;
  addConnectionRoutes(routes, context);
  addActivityRoutes(routes, context);
  addScriptRoutes(routes, context);
  addTaskRoutes(routes, context);
  addSuccessorRoutes(routes, context);
  addRecordRoutes(routes, context);
  addResultRoutes(routes, context);
  addResultViewRoutes(routes, context);
  addDownloadRoutes(routes, context);
  return router
    .use(refuseNul())
    .use(routes)
    .use(hideInternalErrors(context.logger));
}
