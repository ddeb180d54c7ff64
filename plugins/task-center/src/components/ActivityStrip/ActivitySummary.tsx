import { ReactNode } from 'react';
import {
  RiCloseCircleFill,
  RiHourglassLine,
  RiPlayCircleFill,
} from '@remixicon/react';
import { Activity, TaskStatus } from 'backstage-plugin-task-center-common';
import { TimeFilter, TimeSpan } from '../../hooks';
import { useTexts } from '../../translations';
import { formatCount } from '../common';
import styles from './ActivitySummary.module.css';

/**
 * How many tasks run and wait at the moment, and how many failed in the time shown. Each lists those tasks when pressed.
 *
 * @internal
 */
export function ActivitySummary(props: {
  /** Undefined while it is loading. */
  activity: Activity | undefined;
  filter: TimeFilter;
}) {
  const { activity, filter } = props;
  const t = useTexts();
  const buckets = activity?.buckets ?? [];
  const failed = buckets.reduce((sum, { tasks }) => sum + tasks.failed, 0);
  const whole: TimeSpan | undefined = buckets.length
    ? { from: buckets[0].from, to: buckets[buckets.length - 1].to }
    : undefined;

  const item = (
    status: TaskStatus,
    icon: ReactNode,
    count: number | undefined,
    span?: TimeSpan,
  ) => (
    <li>
      <button
        type="button"
        className={styles.item}
        data-status={status}
        disabled={!count}
        onClick={() => filter.select(span, status)}
      >
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
        {t(`activity.summary.${status as 'running' | 'preparing' | 'failed'}`, {
          number: count === undefined ? '–' : formatCount(count, t),
        })}
      </button>
    </li>
  );

  return (
    <ul className={styles.root}>
      {item('running', <RiPlayCircleFill />, activity?.now.running)}
      {item('preparing', <RiHourglassLine />, activity?.now.preparing)}
      {item('failed', <RiCloseCircleFill />, activity && failed, whole)}
    </ul>
  );
}
