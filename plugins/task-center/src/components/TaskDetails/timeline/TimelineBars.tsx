import { CSSProperties, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  TaskTimeline,
  TimelineBucket,
} from 'backstage-plugin-task-center-common';
import { useRovingFocus, useStatementsSearch } from '../../../hooks';
import { useTexts } from '../../../translations';
import { formatCount } from '../../common';
import { describeBucket } from './describeBucket';
import styles from './StatementTimeline.module.css';

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

  return (
    <div>
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
            style={placeOf(bucket, firstStatement, last)}
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
              style={{ height: heightOf(bucket.durationMs, longestMs) }}
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

/** In the whole script, so that bars stay where they are while more of it is run. */
function placeOf(
  { from, to }: TimelineBucket,
  first: number,
  last: number,
): CSSProperties {
  const total = Math.max(last, to) - first + 1;
  return {
    left: toPercent((from - first) / total),
    width: toPercent((to - from + 1) / total),
  };
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

/** Of the whole height: a tenth of a millisecond has hardly any, and each tenfold as much more. */
function heightOf(ms: number, longestMs: number): string {
  const scale = (value: number) => Math.log10(1 + value * 10);
  return toPercent(longestMs > 0 ? scale(ms) / scale(longestMs) : 0);
}
