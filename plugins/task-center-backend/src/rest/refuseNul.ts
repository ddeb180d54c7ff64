import { InputError } from '@backstage/errors';
import { RequestHandler } from 'express';

/**
 * Refuses NUL characters in a URL: PostgreSQL cannot take them in a text.
 *
 * @internal
 */
export function refuseNul(): RequestHandler {
  return (request, _response, next) => {
    next(
      request.url.includes('%00')
        ? new InputError('The URL must not hold NUL characters.')
        : undefined,
    );
  };
}
