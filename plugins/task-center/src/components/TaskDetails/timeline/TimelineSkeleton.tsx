import { Skeleton } from '@backstage/ui';
import styles from './StatementTimeline.module.css';

/**
 * Holds the room of the bars and of the slowest statements until there are some.
 *
 * @param rows - how many slow statements there will be
 * @internal
 */
export function TimelineSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-busy>
      <div className={styles.barsSkeleton}>
        <Skeleton width="100%" height={64} />
      </div>
      <div className={styles.slowestSkeleton}>
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} width={`${90 - row * 12}%`} height={12} />
        ))}
      </div>
    </div>
  );
}
