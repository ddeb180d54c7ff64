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
  const duration = formatDuration(bucket.durationMs, t);
  let words: string =
    from === to
      ? t('taskTimeline.statement', { from: from, duration })
      : t('taskTimeline.statements', {
          from: from,
          to: to,
          duration,
          slowest: `#${formatCount(bucket.slowest, t)}`,
          longest: formatDuration(bucket.slowestMs, t),
        });
  if (failed > 0) {
    const number = formatCount(failed, t);
    words = t('taskTimeline.withFailed', { words, number });
  }
  if (rolledBack > 0) {
    const number = formatCount(rolledBack, t);
    words = t('taskTimeline.withRolledBack', { words, number });
  }
  if (ended > 0) {
    const number = formatCount(ended, t);
    words = t('taskTimeline.withEnded', { words, number });
  }
  return words;
}
