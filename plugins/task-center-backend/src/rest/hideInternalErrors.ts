import { LoggerService } from '@backstage/backend-plugin-api';
import { ErrorRequestHandler } from 'express';

const TOLD = new Set([
  'AuthenticationError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'NotModifiedError',
  'PayloadTooLargeError',
  'ResponseError',
  'ServiceUnavailableError',
]);

/**
 * Keeps what breaks inside, such as a query with its values, out of answers. The backend's log has it.
 *
 * @internal
 */
export function hideInternalErrors(logger: LoggerService): ErrorRequestHandler {
  return (error, request, _response, next) => {
    if (TOLD.has(error.name) || error.expose) {
      next(error);
      return;
    }
    logger.error(`${request.method} ${request.path} failed`, error);
    next(
      new Error('Task Center itself failed. The log of the backend says why.'),
    );
  };
}
