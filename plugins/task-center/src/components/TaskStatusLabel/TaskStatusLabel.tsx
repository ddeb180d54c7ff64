import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiHourglassLine,
  RiPlayCircleFill,
  RiStopCircleFill,
} from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { StatusTone, describeStatus, statusInWords } from './describeStatus';
import { TaskProgress } from './TaskProgress';
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
  /** Whether there is little room. */
  isCompact?: boolean;
}

/**
 * A task's status: an icon, a word, the reason, and how far it is.
 *
 * @internal
 */
export function TaskStatusLabel({ task, isCompact }: TaskStatusLabelProps) {
  const t = useTexts();
  const status = describeStatus(task, t);
  const { tone, label, detail, progress } = status;
  const note = isCompact ? status.shortNote ?? status.note : status.note;
  const Icon = ICONS[tone];
  const title = task.failure?.message ?? statusInWords(task, t);
  const isMoving = tone === 'running' || progress !== undefined;

  return (
    <div className={styles.root} data-tone={tone}>
      <span className={styles.line} title={title}>
        <Icon className={styles.icon} aria-hidden />
        <span className={styles.label}>{label}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
      {note && (
        <span className={styles.note} title={note}>
          {note}
        </span>
      )}
      {isMoving && (
        <TaskProgress task={task} progress={progress} detail={detail} />
      )}
    </div>
  );
}
