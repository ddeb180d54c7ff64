import { StatementRun } from './StatementRun';
import { COMMENTS } from './comments';
import { isWait } from './isWait';

const INTERRUPTED = '1317';

// It says of an error of what it evaluates that it is a warning. All that was done for it is undone then.
const EVALUATES = new RegExp(
  `^${COMMENTS}(?:set\\s+statement\\b[^]*?\\sfor\\s+)?do\\b`,
  'i',
);

// These tell their errors in rows.
const MAINTAINS = new RegExp(
  `^${COMMENTS}(?:analyze|check|optimize|repair)\\s+(?:(?:no_write_to_binlog|local)\\s+)?(?:table|view)s?\\b`,
  'i',
);

/**
 * Whether a statement that the server was told to end was broken off by that, although the server answered without an
 * error. When in doubt it has done its work: what it did is not undone then.
 *
 * @param readWarnings - asks the server for the warnings of the statement, those that came later behind them
 * @internal
 */
export async function wasCutShort(
  { lastRow, outcome }: Pick<StatementRun, 'lastRow' | 'outcome'>,
  sql: string,
  readWarnings: () => Promise<(string | null)[][]>,
): Promise<boolean> {
  if (isWait(sql)) {
    return true;
  }
  if (MAINTAINS.test(sql)) {
    return !/^(?:ok|table is already up to date)$/i.test(lastRow?.at(-1) ?? '');
  }
  if (outcome.warnings && EVALUATES.test(sql)) {
    const warnings = (await readWarnings()).slice(0, outcome.warnings);
    return warnings.some(([, code]) => code === INTERRUPTED);
  }
  return false;
}
