import { Text } from '@backstage/ui';
import { ResultUsage } from 'backstage-plugin-task-center-common';
import { formatBytes } from '../common';
import styles from './TaskResults.module.css';

/**
 * How much of their space a person's results take.
 *
 * @param usage - undefined until it is loaded
 * @internal
 */
export function UsageNote({ usage }: { usage: ResultUsage | undefined }) {
  const { storedBytes = 0, maxStoredBytes = 1 } = usage?.user ?? {};
  const share = Math.min(1, storedBytes / maxStoredBytes);
  const isNearlyFull = share > 0.9;
  return (
    <div className={styles.usage}>
      <div className={styles.bar} aria-hidden>
        <div
          className={styles.used}
          data-full={isNearlyFull || undefined}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <Text variant="body-small" color="secondary">
        {usage
          ? `Your results take ${formatBytes(storedBytes)} of ${formatBytes(
              maxStoredBytes,
            )}, compressed.`
          : '\u00a0'}
      </Text>
    </div>
  );
}
