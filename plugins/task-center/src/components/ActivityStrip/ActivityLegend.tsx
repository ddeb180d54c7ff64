import { useTexts } from '../../translations';
import { SERIES } from './bucketSeries';
import stack from './BucketStack.module.css';
import styles from './ActivityStrip.module.css';

/**
 * What the colours and patterns of the bars stand for. The bars' own names say it to those who do not see them.
 *
 * @internal
 */
export function ActivityLegend() {
  const t = useTexts();
  return (
    <ul className={styles.legend} aria-hidden>
      {SERIES.map(series => (
        <li key={series}>
          <span className={stack.part} data-series={series} />
          {t(`activity.series.${series}`)}
        </li>
      ))}
    </ul>
  );
}
