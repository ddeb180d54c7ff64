import {
  Connection,
  ResultCutReason,
  ResultSet,
  Task,
} from 'backstage-plugin-task-center-common';
import { Texts } from '../../../translations';
import { formatBytes, formatUser } from '../../common';

/**
 * Why the rows of a result set end where they do.
 *
 * @internal
 */
export interface Cut {
  /** For a tab or a list: `cut at 1,000 rows`. */
  short: string;
  /** Goes on from "The rows end here". */
  because: string;
  /** What can be done about it. */
  advice: string;
}

/**
 * Which limit cut a result set, and what to do about it. Undefined when none did.
 *
 * @internal
 */
export function describeCut(
  resultSet: ResultSet,
  { task, connection }: { task: Task; connection: Connection | undefined },
  t: Texts,
): Cut | undefined {
  const reason = reasonOf(resultSet, task);
  if (!reason) {
    return undefined;
  }
  const limits = connection?.limits.resultBytes;
  const limit = task.resultLimit;
  const because: Record<ResultCutReason, () => string> = {
    rows: () => t('completeness.cut.rows.because', { limit }),
    'result-bytes': () =>
      t('completeness.cut.result-bytes.because', {
        limit: sizeOf(limits?.resultSet, t),
      }),
    'task-bytes': () =>
      t('completeness.cut.task-bytes.because', {
        limit: sizeOf(limits?.task, t),
      }),
    'user-quota': () =>
      t('completeness.cut.user-quota.because', {
        user: formatUser(task.createdBy),
      }),
    'overall-quota': () => t('completeness.cut.overall-quota.because'),
  };
  return {
    short:
      reason === 'rows'
        ? t('completeness.cut.rows', { limit })
        : t(`completeness.cut.${reason}`),
    because: because[reason](),
    advice: t(`completeness.cut.${reason}.advice`),
  };
}

function reasonOf(
  { truncated, truncatedBy, rowCount }: ResultSet,
  { resultLimit }: Task,
): ResultCutReason | undefined {
  const isAtLimit = truncated && rowCount >= resultLimit;
  return truncatedBy ?? (isAtLimit ? 'rows' : undefined);
}

function sizeOf(bytes: number | undefined, t: Texts): string {
  return bytes === undefined
    ? t('completeness.itsLimit')
    : formatBytes(bytes, t);
}
