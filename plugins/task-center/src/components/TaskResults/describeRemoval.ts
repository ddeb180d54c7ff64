import { RemovedResults } from 'backstage-plugin-task-center-common';
import { Texts } from '../../translations';
import { formatDate } from '../common';

/**
 * When results were removed, and why.
 *
 * @internal
 */
export function describeRemoval(
  { at, reason }: RemovedResults,
  t: Texts,
): string {
  const date = formatDate(at, t);
  return reason === 'expired'
    ? t('executionResult.expired', { date })
    : t('executionResult.dropped', { date });
}
