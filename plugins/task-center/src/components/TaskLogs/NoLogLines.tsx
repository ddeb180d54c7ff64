import { Skeleton } from '@backstage/ui';
import { LogLevelFilter } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { ErrorPlaceholder, Placeholder } from '../common';
import styles from './TaskLogs.module.css';
import { Log } from './useLog';

/**
 * Stands in place of the lines where there are none.
 *
 * @internal
 */
export function NoLogLines(props: {
  log: Log;
  level: LogLevelFilter;
  isFinal: boolean;
}) {
  const { log, level, isFinal } = props;
  const t = useTexts();
  if (log.error) {
    return (
      <ErrorPlaceholder
        error={log.error}
        subject={t('taskLogs.subject')}
        onRetry={log.retry}
      />
    );
  }
  if (log.isLoading) {
    return (
      <div
        className={styles.skeleton}
        role="status"
        aria-label={t('taskLogs.loading')}
      >
        {[62, 48, 71, 55, 40, 66, 52, 45].map(width => (
          <Skeleton key={width} width={`${width}%`} height={12} />
        ))}
      </div>
    );
  }
  const which = level === 'all' || level === 'alert' ? level : 'level';
  const title = `taskLogs.empty.${which}` as const;
  return (
    <Placeholder title={t(title)}>
      {t(isFinal ? `${title}.final` : `${title}.running`)}
    </Placeholder>
  );
}
