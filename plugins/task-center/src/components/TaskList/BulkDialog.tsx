import { useState } from 'react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { Text } from '@backstage/ui';
import { Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { ConfirmDialog } from '../common';
import { BulkNames } from './BulkNames';
import { doForEach } from './doForEach';
import styles from './TaskList.module.css';

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
  /** Called with the number of tasks that it was done with, each time when some are over. */
  onDone: (count: number) => Promise<void>;
  onClose: () => void;
}

/**
 * Asks before something is done with several tasks, names them, and tells how far it is. When it fails for some, the
 * dialog stays with those and the reasons.
 *
 * @internal
 */
export function BulkDialog(props: BulkDialogProps) {
  const { deed, others, doIt, onDone, onClose } = props;
  const t = useTexts();
  const [tasks, setTasks] = useState(props.tasks);
  const [reasons, setReasons] = useState(new Map<string, Error>());
  const [done, setDone] = useState<number>();
  const count = tasks.length;

  const confirm = async () => {
    setDone(0);
    const failures = await doForEach(tasks, doIt, setDone);
    const succeeded = count - failures.length;
    await onDone(succeeded);
    setDone(undefined);
    if (failures.length > 0) {
      setTasks(failures.map(({ item }) => item));
      setReasons(new Map(failures.map(({ item, error }) => [item.id, error])));
      throw new Error(
        succeeded > 0
          ? t('taskList.bulk.failed.some', { done: succeeded, all: count })
          : t('taskList.bulk.failed'),
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
      <BulkNames tasks={tasks} reasons={reasons} />
      <Text as="p">{t(`taskList.bulk.${deed}.text`)}</Text>
      {others > 0 && (
        <Text as="p" color="secondary">
          {t(`taskList.bulk.${deed}.others`, { count: others })}
        </Text>
      )}
      {done !== undefined && count > 1 && (
        <div className={styles.bulkProgress}>
          <LinearProgress
            className={styles.bulkBar}
            variant="determinate"
            value={(done / count) * 100}
            aria-label={t(`taskList.bulk.${deed}.title`, { count })}
          />
          <Text variant="body-small">
            {t('taskList.bulk.progress', { done, all: count })}
          </Text>
        </div>
      )}
    </ConfirmDialog>
  );
}
