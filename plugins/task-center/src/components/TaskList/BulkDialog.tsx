import { useState } from 'react';
import { Text } from '@backstage/ui';
import { Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { ConfirmDialog, describeError } from '../common';
import { doForEach } from './doForEach';
import styles from './TaskList.module.css';

const MOST_NAMED = 8;

/**
 * @internal
 */
export interface BulkDialogProps {
  deed: 'abort' | 'delete';
  /** With which it is to be done. */
  tasks: Task[];
  /** How many more are selected, with which it cannot be done. */
  others: number;
  doIt: (task: Task) => Promise<void>;
  /** Called behind it, whatever came of it. */
  onDone: () => Promise<void>;
  onClose: () => void;
}

/**
 * Asks before something is done with several tasks, and names them. When it fails for some, the dialog stays with those.
 *
 * @internal
 */
export function BulkDialog(props: BulkDialogProps) {
  const { deed, others, doIt, onDone, onClose } = props;
  const t = useTexts();
  const [tasks, setTasks] = useState(props.tasks);
  const count = tasks.length;

  const confirm = async () => {
    const failures = await doForEach(tasks, doIt);
    await onDone();
    if (failures.length > 0) {
      setTasks(failures.map(({ item }) => item));
      const [{ item, error }] = failures;
      throw new Error(
        t('taskList.bulk.failed', {
          count: failures.length,
          name: item.name,
          reason: describeError(error),
        }),
      );
    }
  };

  return (
    <ConfirmDialog
      title={t(`taskList.bulk.${deed}.title`, { count })}
      confirmLabel={t(`taskList.bulk.${deed}.confirm`, { count })}
      onConfirm={confirm}
      onClose={onClose}
    >
      <ul className={styles.bulkNames}>
        {tasks.slice(0, MOST_NAMED).map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
        {count > MOST_NAMED && (
          <li>{t('taskList.bulk.more', { count: count - MOST_NAMED })}</li>
        )}
      </ul>
      <Text as="p">{t(`taskList.bulk.${deed}.text`)}</Text>
      {others > 0 && (
        <Text as="p" color="secondary">
          {t(`taskList.bulk.${deed}.others`, { count: others })}
        </Text>
      )}
    </ConfirmDialog>
  );
}
