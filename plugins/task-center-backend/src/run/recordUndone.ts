import { plural } from './describeStatement';
import { RunRecord, StoredUndone } from './record';

/**
 * Writes down which statements were undone with their transaction, if any were.
 *
 * @param options - `asked` when the script itself said so, which needs no word in the log
 * @internal
 */
export function recordUndone(
  record: RunRecord,
  range: StoredUndone | undefined,
  options: { asked?: boolean } = {},
): void {
  if (!range) {
    return;
  }
  record.addUndone(range);
  if (range.succeeded > 0 && !options.asked) {
    const those = `${plural(range.succeeded, 'statement')} from ${
      range.from
    } to ${range.to}`;
    record.addLog(
      'WARN',
      range.state === 'rolled-back'
        ? `Rolled back: ${those} had succeeded and took no effect`
        : `Unknown whether it was committed: ${those} had succeeded`,
    );
  }
}
