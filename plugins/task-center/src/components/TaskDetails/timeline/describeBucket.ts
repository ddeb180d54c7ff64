import { TimelineBucket } from 'backstage-plugin-task-center-common';
import { Texts } from '../../../translations';
import { formatCount, formatDuration } from '../../common';

/**
 * How long the statements of a bucket took, in words.
 *
 * @internal
 */
export function describeBucket(bucket: TimelineBucket, t: Texts): string {
  const { from, to, failed, ended, rolledBack } = bucket;
  const duration = formatDuration(bucket.durationMs);
  let words: string =
    from === to
      ? t('taskTimeline.statement', { from: formatCount(from), duration })
      : t('taskTimeline.statements', {
          from: formatCount(from),
          to: formatCount(to),
          duration,
          slowest: `#${formatCount(bucket.slowest)}`,
          longest: formatDuration(bucket.slowestMs),
        });
  if (failed > 0) {
    const number = formatCount(failed);
    words = t('taskTimeline.withFailed', { words, number });
  }
  if (rolledBack > 0) {
    const number = formatCount(rolledBack);
    words = t('taskTimeline.withRolledBack', { words, number });
  }
  if (ended > 0) {
    const number = formatCount(ended);
    words = t('taskTimeline.withEnded', { words, number });
  }
  return words;
}
