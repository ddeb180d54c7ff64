import { ActivityBucket } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { formatCount } from '../common';
import { ActivityRange } from './activityRanges';
import { SERIES, countAll, countSeries } from './bucketSeries';
import { describeTime } from './describeBucket';
import styles from './ActivityTable.module.css';

/**
 * The activity in figures: the newest first, without what had no tasks.
 *
 * @internal
 */
export function ActivityTable(props: {
  buckets: ActivityBucket[];
  range: ActivityRange;
}) {
  const { buckets, range } = props;
  const t = useTexts();
  const rows = buckets.filter(bucket => countAll(bucket) > 0).reverse();

  return (
    <div
      className={styles.root}
      role="group"
      aria-label={t(`activity.bars.${range}`)}
      // It scrolls, so the keyboard has to get there.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('activity.table.time')}</th>
            {SERIES.map(series => (
              <th key={series} scope="col">
                {t(`activity.series.${series}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(bucket => {
            const counts = countSeries(bucket);
            return (
              <tr key={bucket.from}>
                <th scope="row">{describeTime(bucket, range, t)}</th>
                {SERIES.map(series => (
                  <td key={series}>{formatCount(counts[series], t)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
