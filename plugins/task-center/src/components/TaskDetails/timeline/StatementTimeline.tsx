import { Skeleton } from '@backstage/ui';
import { Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../../translations';
import { ErrorPlaceholder, formatDuration } from '../../common';
import { Section } from '../Section';
import { SlowestStatements } from './SlowestStatements';
import styles from './StatementTimeline.module.css';
import { TimelineBars } from './TimelineBars';
import { useTimeline } from './useTimeline';

/**
 * Where the time of a task went. There is nothing to see of a single statement.
 *
 * @internal
 */
export function StatementTimeline({ task }: { task: Task }) {
  const t = useTexts();
  const { data, error, refresh } = useTimeline(task);
  const title = t('taskTimeline.title');
  const isRun =
    task.succeededStatements + task.failedStatements > 1 ||
    (data?.buckets.length ?? 0) > 1;

  if (!isRun) {
    return null;
  }
  if (error && !data) {
    return (
      <Section title={title}>
        <ErrorPlaceholder
          subject={t('taskTimeline.subject')}
          error={error}
          onRetry={refresh}
        />
      </Section>
    );
  }
  if (!data || data.buckets.length === 0) {
    return (
      <Section title={title}>
        <div className={styles.skeleton} aria-busy>
          <Skeleton width="100%" height={68} />
          <Skeleton width="100%" height={120} />
        </div>
      </Section>
    );
  }
  return (
    <Section
      title={title}
      actions={
        <span className={styles.total}>
          {t('taskTimeline.total', {
            duration: formatDuration(data.durationMs, t),
          })}
        </span>
      }
    >
      <TimelineBars timeline={data} />
      <SlowestStatements timeline={data} />
    </Section>
  );
}
