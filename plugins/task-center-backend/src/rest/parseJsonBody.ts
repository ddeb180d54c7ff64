import { InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, RequestHandler } from 'express';

/** What a request holds beside the script. */
const OVERHEAD_BYTES = 64 * 1024;

/**
 * Reads JSON bodies that hold scripts of up to so many bytes.
 *
 * @internal
 */
export function parseJsonBody(
  maxInlineBytes: number,
): (RequestHandler | ErrorRequestHandler)[] {
  // A script can double in size when it is written as JSON.
  const limit = 2 * maxInlineBytes + OVERHEAD_BYTES;
  return [
    express.json({ limit }),
    ((error, _request, _response, next) =>
      next(
        error.type === 'entity.too.large'
          ? new InputError(
              `A script of more than ${maxInlineBytes} bytes cannot be part of the request. Upload it with POST /scripts and name its scriptId.`,
            )
          : error,
      )) as ErrorRequestHandler,
  ];
}
