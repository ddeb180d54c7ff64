import { TaskTimeline } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../../translations';
import { formatCount, formatDuration } from '../../common';
import styles from './StatementTimeline.module.css';

/**
 * Points at the bar with the statement that took longest.
 *
 * @param shareAt - where a statement is drawn, as a share of the whole width
 * @internal
 */
export function SlowestMark(props: {
  timeline: TaskTimeline;
  shareAt(statement: number): number;
}) {
  const { timeline, shareAt } = props;
  const t = useTexts();
  const slowest = timeline.slowest[0];
  const bucket =
    slowest &&
    timeline.buckets.find(
      ({ from, to }) => from <= slowest.index && to >= slowest.index,
    );
  if (!bucket) {
    return <div className={styles.slowestMark} />;
  }
  const left = (shareAt(bucket.from) + shareAt(bucket.to + 1)) / 2;
  return (
    <div className={styles.slowestMark} aria-hidden>
      {/* It ends where the bars do, wherever among them it stands. */}
      <span
        style={{
          left: `${left * 100}%`,
          transform: `translateX(-${left * 100}%)`,
        }}
      >
        {t('taskTimeline.slowestMark', {
          statement: `#${formatCount(slowest.index, t)}`,
          duration: formatDuration(slowest.durationMs ?? 0, t),
        })}
      </span>
      <i style={{ left: `${left * 100}%` }} />
    </div>
  );
}
