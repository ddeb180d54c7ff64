import LinearProgress from '@material-ui/core/LinearProgress';
import { Task } from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import { formatPercent } from '../common/format';
import { useTimeLeft } from './useTimeLeft';
import styles from './TaskStatusLabel.module.css';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How far a task is, and how long it will go on where that can be told.
 *
 * @internal
 */
export function TaskProgress(props: {
  task: Task;
  /** From 0 to 1; undefined where the end is not known. */
  progress: number | undefined;
  /** The same in figures, such as `1,204 / 5,000`. */
  detail: string | undefined;
}) {
  const { task, progress, detail } = props;
  const t = useTexts();
  const leftMs = useTimeLeft(task);
  const left = leftMs === undefined ? undefined : describeLeft(leftMs, t);
  const percent =
    progress === undefined ? undefined : formatPercent(progress, t);

  return (
    <span className={styles.progress}>
      <LinearProgress
        className={styles.bar}
        classes={{ bar: styles.barFill }}
        variant={progress === undefined ? 'indeterminate' : 'determinate'}
        value={progress === undefined ? undefined : progress * 100}
        aria-label={t('status.progress', { name: task.name })}
        aria-valuetext={
          [detail, left ?? percent]
            .filter(Boolean)
            .join(t('common.clauseSeparator')) || undefined
        }
      />
      {percent && <span className={styles.left}>{left ?? percent}</span>}
    </span>
  );
}

function describeLeft(ms: number, t: Texts): string {
  if (ms < MINUTE_MS) {
    return t('status.left.soon');
  }
  return ms < 1.5 * HOUR_MS
    ? t('status.left.minutes', { number: Math.round(ms / MINUTE_MS) })
    : t('status.left.hours', { number: Math.round(ms / HOUR_MS) });
}
