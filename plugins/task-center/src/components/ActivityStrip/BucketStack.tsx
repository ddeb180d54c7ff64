import { ActivityBucket } from 'backstage-plugin-task-center-common';
import { SERIES, countSeries } from './bucketSeries';
import styles from './BucketStack.module.css';

/**
 * The tasks of a part of the time, stacked by what became of them.
 *
 * @internal
 */
export function BucketStack(props: {
  bucket: ActivityBucket;
  /** A part of the height there is, from 0 to 1. */
  height: number;
}) {
  const counts = countSeries(props.bucket);
  return (
    <span className={styles.root} style={{ height: `${props.height * 100}%` }}>
      {SERIES.filter(series => counts[series] > 0).map(series => (
        <span
          key={series}
          className={styles.part}
          data-series={series}
          style={{ flexGrow: counts[series] }}
        />
      ))}
    </span>
  );
}
