import { BatchStatement } from './BatchRun';
import { SHOW_WARNINGS, WarningTexts } from './WarningTexts';

/**
 * Picks, from the statements of a batch that are still to be sent, those that go together in the next request: one, if
 * it has to go alone.
 *
 * @param options.next - what is sent behind the batch, undefined when it is not known
 * @param options.maxBytes - the most that the request may have
 * @internal
 */
export function planRequest(options: {
  statements: readonly string[];
  from: number;
  next?: string;
  maxBytes: number;
  canShare(sql: string): boolean;
  texts: WarningTexts;
}): BatchStatement[] {
  const { statements, from, maxBytes, canShare, texts } = options;
  let end = from;
  let bytes = 0;
  while (end < statements.length && canShare(statements[end])) {
    bytes += Buffer.byteLength(statements[end]) + SHOW_WARNINGS.length + 2;
    if (bytes > maxBytes) break;
    end++;
  }
  if (end - from < 2) {
    return [{ sql: statements[from], asksWarnings: false }];
  }
  return statements.slice(from, end).map((sql, index) => ({
    sql,
    asksWarnings: texts.mayAskAhead(
      statements[from + index + 1] ?? options.next,
    ),
  }));
}
