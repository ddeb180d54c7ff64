import { Request, Response, Router } from 'express';
import { createHash } from 'node:crypto';
import {
  DescribedResult,
  formattedCsv,
  formattedResultsZip,
  isStoredFormat,
  storedCsv,
  storedResultsZip,
} from '../../results';
import { findDownload, ResultsToDownload } from '../findDownload';
import { parseResultFormat } from '../parseResultFormat';
import { asArray } from '../parseTaskQuery';
import {
  audited,
  readEvent,
  RouteContext,
  setDownloadHeaders,
} from '../RouteContext';
import { sendBytes, sendStream } from '../sendBytes';

type Send = (
  request: Request,
  response: Response,
  download: ResultsToDownload,
) => Promise<number>;

/** @internal */
export function addDownloadRoutes(router: Router, context: RouteContext): void {
  const { segments } = context;

  const sendZip: Send = async (request, response, { task, results }) => {
    const zip = { task, results, segments };
    const format = parseResultFormat(request.query);
    const name = `${slugOf(task.name)}-${task.id.slice(0, 8)}.zip`;
    setDownloadHeaders(response, 'application/zip', name);
    return isStoredFormat(format)
      ? sendBytes(request, response, storedResultsZip(zip), etagOf(zip))
      : sendStream(request, response, formattedResultsZip({ ...zip, format }));
  };

  const sendCsv: Send = async (request, response, { results }) => {
    const [{ result, fileName }] = results;
    const format = parseResultFormat(request.query);
    setDownloadHeaders(response, 'text/csv; charset=utf-8', fileName);
    return isStoredFormat(format)
      ? sendBytes(request, response, storedCsv(segments, result), result.sha256)
      : sendStream(request, response, formattedCsv(segments, result, format));
  };

  router.get('/tasks/:id/results/download', async (request, response) => {
    const sets = asArray(request.query.set)?.map(Number);
    await send(context, request, response, sets, sendZip);
  });

  router.get('/tasks/:id/results/:n/download', async (request, response) => {
    const sets = [Number(request.params.n)];
    await send(context, request, response, sets, sendCsv);
  });
}

async function send(
  context: RouteContext,
  request: Request,
  response: Response,
  sets: number[] | undefined,
  sendResults: Send,
): Promise<void> {
  const event = readEvent('download-results', request.params.id, {
    severity: 'high',
    allowCookie: true,
  });
  await audited(context, request, event, async (caller, meta) => {
    const row = await context.tasks.readableResults(caller, request.params.id);
    const download = await findDownload(context, row, sets);
    Object.assign(meta, describe(download.results));
    meta.sentBytes = await sendResults(request, response, download);
  });
}

function describe(results: DescribedResult[]): Record<string, number> {
  return {
    resultSets: results.length,
    rows: results.reduce((sum, { result }) => sum + result.rowCount, 0),
    bytes: results.reduce((sum, { result }) => sum + result.bytes, 0),
  };
}

/** All that the bytes of the zip follow from. */
function etagOf({ task, results }: ResultsToDownload): string {
  return createHash('sha256')
    .update(JSON.stringify([task, results]))
    .digest('hex');
}

function slugOf(name: string): string {
  return (
    name
      .match(/[\w-]+/g)
      ?.join('-')
      .slice(0, 60) ?? 'task'
  );
}
