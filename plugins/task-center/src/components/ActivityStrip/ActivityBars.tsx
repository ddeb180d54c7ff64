import { useState } from 'react';
import { Text } from '@backstage/ui';
import { ActivityBucket } from 'backstage-plugin-task-center-common';
import { TimeFilter, useRovingFocus } from '../../hooks';
import { useTexts } from '../../translations';
import { ActivityRange } from './activityRanges';
import { BucketStack } from './BucketStack';
import { countAll } from './bucketSeries';
import { describeBucket, describeTime } from './describeBucket';
import styles from './ActivityBars.module.css';

/**
 * @internal
 */
export interface ActivityBarsProps {
  buckets: ActivityBucket[];
  range: ActivityRange;
  filter: TimeFilter;
}

/**
 * Tasks over time, one bar a part of it. A press on a bar lists its tasks, another one lists all again.
 *
 * @internal
 */
export function ActivityBars({ buckets, range, filter }: ActivityBarsProps) {
  const t = useTexts();
  const roving = useRovingFocus<HTMLDivElement>(buckets.length);
  const [pointedAt, setPointedAt] = useState<number>();
  const highest = Math.max(1, ...buckets.map(countAll));
  const words = (bucket: ActivityBucket) => describeBucket(bucket, range, t);

  const shown = pointedAt !== undefined ? buckets[pointedAt] : undefined;
  return (
    <div className={styles.root}>
      <div
        ref={roving.root}
        className={styles.bars}
        role="toolbar"
        aria-label={t(`activity.bars.${range}`)}
        onKeyDown={roving.onKeyDown}
        onMouseLeave={() => setPointedAt(undefined)}
        onBlur={() => setPointedAt(undefined)}
      >
        {buckets.map((bucket, place) => (
          <button
            key={bucket.from}
            type="button"
            className={styles.bar}
            aria-label={words(bucket)}
            aria-pressed={filter.isSelected(bucket)}
            tabIndex={roving.tabIndexOf(place)}
            onFocus={() => {
              roving.onFocusAt(place);
              setPointedAt(place);
            }}
            onMouseEnter={() => setPointedAt(place)}
            onClick={() =>
              filter.select(filter.isSelected(bucket) ? undefined : bucket)
            }
          >
            <BucketStack bucket={bucket} height={countAll(bucket) / highest} />
          </button>
        ))}
      </div>
      <Text
        as="p"
        variant="body-x-small"
        color="secondary"
        className={styles.caption}
        aria-hidden
      >
        {shown ? (
          <span className={styles.shown}>{words(shown)}</span>
        ) : (
          <>
            <span>{buckets[0] && describeTime(buckets[0], range, t)}</span>
            <span>{t('activity.now')}</span>
          </>
        )}
      </Text>
    </div>
  );
}
