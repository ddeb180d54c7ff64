import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Text, TextField } from '@backstage/ui';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTexts } from '../../translations';
import { ConfirmDialog } from '../common';
import styles from './TaskActions.module.css';

/** @internal */
export interface TaskCopyDialogProps {
  task: Task;
  onCreated: (created: Task) => void;
  onClose: () => void;
}

/**
 * Asks before a task is run once more.
 *
 * @internal
 */
export function RunAgainDialog(props: TaskCopyDialogProps) {
  const t = useTexts();
  const { task, onCreated, onClose } = props;
  const api = useApi(taskCenterApiRef);
  const [name, setName] = useState(task.name);
  return (
    <ConfirmDialog
      title={t('taskActions.runAgain.title', { name: task.name })}
      confirmLabel={t('taskActions.runAgain')}
      isDestructive={false}
      isConfirmDisabled={!name.trim()}
      onConfirm={async () =>
        onCreated(await api.runTaskAgain(task.id, { name: name.trim() }))
      }
      onClose={onClose}
    >
      <div className={styles.body}>
        <Text as="p">
          {task.resumes
            ? t('taskActions.runAgain.text.resumed', {
                statement: task.resumes.statement,
              })
            : t('taskActions.runAgain.text')}
        </Text>
        <TextField
          label={t('taskActions.runAgain.name')}
          name="name"
          value={name}
          onChange={setName}
        />
      </div>
    </ConfirmDialog>
  );
}
