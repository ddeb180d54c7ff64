import { Text } from '@backstage/ui';
import { ResultUsage } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { formatBytes } from '../common';
import styles from './TaskResults.module.css';

/**
 * How much of their space a person's results take.
 *
 * @param usage - undefined until it is loaded
 * @internal
 */
export function UsageNote({ usage }: { usage: ResultUsage | undefined }) {
  const t = useTexts();
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
          ? t('executionResult.usage', {
              used: formatBytes(storedBytes, t),
              all: formatBytes(maxStoredBytes, t),
            })
          : '\u00a0'}
      </Text>
    </div>
  );
}
