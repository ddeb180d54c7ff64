import { ResultMatches } from 'backstage-plugin-task-center-common';
import { Response } from 'express';
import { findInRows, ResultSetInfo, resultStream } from '../results';
import { isTrue } from './parseTaskQuery';
import { RouteContext } from './RouteContext';
import { signalOf } from './signalOf';

const DEFAULT_LIMIT = 100;

/**
 * Looks for a text in a result set or in a view of it, for as long as somebody waits for the answer.
 *
 * @internal
 */
export async function findInResult(
  { segments, views }: Pick<RouteContext, 'segments' | 'views'>,
  result: ResultSetInfo,
  query: Record<string, any>,
  response: Response,
): Promise<ResultMatches> {
  const signal = signalOf(response);
  const { text, matchCase, from = 0, limit = DEFAULT_LIMIT, view } = query;
  const stream =
    view === undefined
      ? resultStream(result.taskId, result.number)
      : (await views.rowsOf(result, view)).stream;
  return findInRows({
    segments,
    stream,
    skippedFields: view === undefined ? 0 : 1,
    columnCount: result.columns.length,
    text,
    matchCase: isTrue(matchCase),
    from: Number(from),
    limit: Number(limit),
    signal,
  });
}
