import LinearProgress from '@material-ui/core/LinearProgress';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiHourglassLine,
  RiPlayCircleFill,
  RiStopCircleFill,
} from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
import { StatusTone, describeStatus } from './describeStatus';
import styles from './TaskStatusLabel.module.css';

const ICONS: Record<StatusTone, typeof RiHourglassLine> = {
  waiting: RiHourglassLine,
  running: RiPlayCircleFill,
  succeeded: RiCheckboxCircleFill,
  warning: RiErrorWarningFill,
  failed: RiCloseCircleFill,
  aborted: RiStopCircleFill,
};

/**
 * @internal
 */
export interface TaskStatusLabelProps {
  task: Task;
}

/**
 * A task's status: an icon, a word, the reason, and how far it is.
 *
 * @internal
 */
export function TaskStatusLabel({ task }: TaskStatusLabelProps) {
  const { tone, label, detail, progress } = describeStatus(task);
  const Icon = ICONS[tone];
  const isMoving = tone === 'running' || progress !== undefined;

  return (
    <div className={styles.root} data-tone={tone}>
      <span className={styles.line} title={task.failure?.message ?? label}>
        <Icon className={styles.icon} aria-hidden />
        <span className={styles.label}>{label}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
      {isMoving && (
        <LinearProgress
          className={styles.bar}
          classes={{ bar: styles.barFill }}
          variant={progress === undefined ? 'indeterminate' : 'determinate'}
          value={progress === undefined ? undefined : progress * 100}
          aria-label={`Progress of ${task.name}`}
        />
      )}
    </div>
  );
}
