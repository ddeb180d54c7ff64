import { Skeleton } from '@backstage/ui';
import { useTexts } from '../../translations';
import styles from './NewTaskPage.module.css';

/**
 * Stands in place of the form until it can be drawn, in its measures.
 *
 * @internal
 */
export function NewTaskSkeleton() {
  const t = useTexts();
  return (
    <div
      className={styles.layout}
      role="status"
      aria-label={t('taskSettings.loading')}
    >
      <div className={styles.fields}>
        <div className={styles.titleRow}>
          <Skeleton width={140} height={32} />
        </div>
        <div className={styles.firstRow}>
          <Skeleton height={60} />
          <Skeleton height={60} />
        </div>
        <Skeleton height={372} />
      </div>
    </div>
  );
}
