import { Text } from '@backstage/ui';
import { Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { describeError } from '../common';
import styles from './TaskList.module.css';

const MOST_NAMED = 8;

/**
 * The names of several tasks, with why something could not be done with them.
 *
 * @internal
 */
export function BulkNames(props: {
  tasks: Task[];
  /** By the ids of the tasks. */
  reasons: ReadonlyMap<string, Error>;
}) {
  const { tasks, reasons } = props;
  const t = useTexts();
  const more = tasks.length - MOST_NAMED;
  return (
    <ul className={styles.bulkNames}>
      {tasks.slice(0, MOST_NAMED).map(({ id, name }) => {
        const reason = reasons.get(id);
        return (
          <li key={id}>
            {name}
            {reason && (
              <Text as="p" variant="body-small" color="danger">
                {describeError(reason, t)}
              </Text>
            )}
          </li>
        );
      })}
      {more > 0 && <li>{t('taskList.bulk.more', { count: more })}</li>}
    </ul>
  );
}
