import { Link, Skeleton } from '@backstage/ui';
import { Task } from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { RelativeTime } from '../common';
import { TaskStatusLabel } from '../TaskStatusLabel';
import styles from './TaskLines.module.css';

/**
 * @internal
 */
export interface TaskLinesProps {
  label: string;
  /** Undefined while they are loading. */
  tasks: Task[] | undefined;
  /** How many lines to keep free until they have come. */
  room: number;
  /** How the connection of a task is called, where that is worth saying. */
  connectionOf?: (task: Task) => string;
}

/**
 * Some tasks, a line each.
 *
 * @internal
 */
export function TaskLines(props: TaskLinesProps) {
  const { label, tasks, room, connectionOf } = props;
  const links = useTaskCenterLinks();

  if (!tasks) {
    return (
      <div className={styles.root} aria-busy>
        {Array.from({ length: room }, (_, place) => (
          <div key={place} className={styles.line}>
            <Skeleton width="60%" height={16} />
          </div>
        ))}
      </div>
    );
  }
  return (
    <ul className={styles.root} aria-label={label}>
      {tasks.map(task => (
        <li key={task.id} className={styles.line}>
          <span className={styles.name}>
            <Link href={links.task(task.id)} title={task.name} standalone>
              {task.name}
            </Link>
            <span className={styles.when}>
              {connectionOf && `${connectionOf(task)} · `}
              <RelativeTime time={task.createdAt} />
            </span>
          </span>
          <TaskStatusLabel task={task} isCompact />
        </li>
      ))}
    </ul>
  );
}
