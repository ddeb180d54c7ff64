import { isFinalStatus, Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../../translations';
import { ErrorPlaceholder, formatDuration } from '../../common';
import { Section } from '../Section';
import { SlowestStatements } from './SlowestStatements';
import styles from './StatementTimeline.module.css';
import { TimelineBars } from './TimelineBars';
import { TimelineSkeleton } from './TimelineSkeleton';
import { useTimeline } from './useTimeline';

/** The service names so many. */
const SLOWEST = 5;

/**
 * Where the time of a task went. There is nothing to see of a single statement. It takes its room before anything has
 * run.
 *
 * @internal
 */
export function StatementTimeline({ task }: { task: Task }) {
  const t = useTexts();
  const statements = countTimed(task);
  const isShown = statements > 1;
  const { data, error, refresh } = useTimeline(task, isShown);
  const title = t('taskTimeline.title');

  if (!isShown) {
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
  const rows = Math.min(SLOWEST, statements);
  if (!data || data.buckets.length === 0) {
    return (
      <Section title={title}>
        <TimelineSkeleton rows={rows} />
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
      <SlowestStatements timeline={data} rows={rows} />
    </Section>
  );
}

/** How many statements have a duration, or will have one when nothing goes wrong. */
function countTimed(task: Task): number {
  const { succeededStatements, failedStatements, rolledBackStatements } = task;
  const done = succeededStatements + failedStatements + rolledBackStatements;
  if (isFinalStatus(task.status)) {
    // The one that was aborted has a duration as well.
    return task.status === 'aborted' && done > 0 ? done + 1 : done;
  }
  const before = (task.resumes?.statement ?? 1) - 1;
  return Math.max(done, (task.totalStatements ?? 0) - before);
}
