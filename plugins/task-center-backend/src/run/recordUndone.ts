import { plural } from './describeStatement';
import { RunRecord, StoredUndone } from './record';

/**
 * Writes down which statements were undone with their transaction, if any were.
 *
 * @internal
 */
export function recordUndone(
  record: RunRecord,
  range: StoredUndone | undefined,
): void {
  if (!range) {
    return;
  }
  record.addUndone(range);
  if (range.succeeded > 0) {
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
