import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  TaskTimeline,
  TimelineBucket,
} from 'backstage-plugin-task-center-common';
import { useRovingFocus, useStatementsSearch } from '../../../hooks';
import { useTexts } from '../../../translations';
import { formatCount } from '../../common';
import { describeBucket } from './describeBucket';
import { SlowestMark } from './SlowestMark';
import styles from './StatementTimeline.module.css';
import { TimelineScale } from './TimelineScale';
import { shareOf } from './timelineScale';

/**
 * A bar for each statement, or for some in a row, in their order. Its height says how long they took, on a logarithmic
 * scale. A press on a bar shows the slowest of its statements.
 *
 * @internal
 */
export function TimelineBars({ timeline }: { timeline: TaskTimeline }) {
  const { buckets, firstStatement } = timeline;
  const t = useTexts();
  const navigate = useNavigate();
  const searchStatements = useStatementsSearch();
  const roving = useRovingFocus<HTMLDivElement>(buckets.length);
  const [pointedAt, setPointedAt] = useState<number>();
  const last = timeline.lastStatement ?? buckets[buckets.length - 1].to;
  const longestMs = Math.max(...buckets.map(bucket => bucket.durationMs));
  const shown = pointedAt === undefined ? undefined : buckets[pointedAt];
  // In the whole script, so that bars stay where they are while more of it is run.
  const statements = Math.max(last, buckets[buckets.length - 1].to);
  const shareAt = (statement: number) =>
    (statement - firstStatement) / (statements - firstStatement + 1);

  return (
    <div className={styles.chart}>
      <SlowestMark timeline={timeline} shareAt={shareAt} />
      <TimelineScale longestMs={longestMs} />
      <div
        ref={roving.root}
        className={styles.bars}
        role="toolbar"
        aria-label={t('taskTimeline.bars')}
        onKeyDown={roving.onKeyDown}
        onMouseLeave={() => setPointedAt(undefined)}
        onBlur={() => setPointedAt(undefined)}
      >
        {buckets.map((bucket, place) => (
          <button
            key={bucket.from}
            type="button"
            className={styles.bar}
            style={{
              left: toPercent(shareAt(bucket.from)),
              width: toPercent(shareAt(bucket.to + 1) - shareAt(bucket.from)),
            }}
            data-tone={toneOf(bucket)}
            aria-label={describeBucket(bucket, t)}
            tabIndex={roving.tabIndexOf(place)}
            onFocus={() => {
              roving.onFocusAt(place);
              setPointedAt(place);
            }}
            onMouseEnter={() => setPointedAt(place)}
            onClick={() =>
              navigate({
                search: searchStatements({ statement: bucket.slowest }),
              })
            }
          >
            <span
              className={styles.height}
              style={{
                height: toPercent(shareOf(bucket.durationMs, longestMs)),
              }}
            />
          </button>
        ))}
      </div>
      <p className={styles.caption} aria-hidden>
        {shown ? (
          <span className={styles.shown}>{describeBucket(shown, t)}</span>
        ) : (
          <>
            <span>#{formatCount(firstStatement, t)}</span>
            <span>#{formatCount(last, t)}</span>
          </>
        )}
      </p>
    </div>
  );
}

function toPercent(share: number): string {
  return `${Number((share * 100).toFixed(4))}%`;
}

function toneOf(bucket: TimelineBucket): string | undefined {
  if (bucket.failed > 0) {
    return 'failed';
  }
  if (bucket.ended > 0) {
    return 'ended';
  }
  return bucket.rolledBack > 0 ? 'rolled-back' : undefined;
}
