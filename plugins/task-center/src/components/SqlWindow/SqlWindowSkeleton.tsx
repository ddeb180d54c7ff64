import { Skeleton } from '@backstage/ui';
import { useTexts } from '../../translations';
import styles from './SqlWindow.module.css';

/**
 * Stands in place of the SQL window until the task is known, in its measures.
 *
 * @internal
 */
export function SqlWindowSkeleton() {
  const t = useTexts();
  return (
    <div role="status" aria-label={t('sqlWindow.loading')}>
      <div className={styles.title}>
        <Skeleton width={280} height={28} />
      </div>
      <Skeleton height={36} width="60%" style={{ marginBlock: 12 }} />
      <Skeleton height={400} />
    </div>
  );
}
