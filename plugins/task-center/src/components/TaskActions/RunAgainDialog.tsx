import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Text, TextField } from '@backstage/ui';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { ConfirmDialog, formatCount } from '../common';
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
  const { task, onCreated, onClose } = props;
  const api = useApi(taskCenterApiRef);
  const [name, setName] = useState(task.name);
  return (
    <ConfirmDialog
      title={`Run “${task.name}” again?`}
      confirmLabel="Run again"
      isDestructive={false}
      isConfirmDisabled={!name.trim()}
      onConfirm={async () =>
        onCreated(await api.runTaskAgain(task.id, { name: name.trim() }))
      }
      onClose={onClose}
    >
      <div className={styles.body}>
        <Text as="p">
          {`A new task runs the same script ${describeBeginning(
            task,
          )}, with the same settings. What the script has changed already stays changed.`}
        </Text>
        <TextField
          label="Task Name"
          name="name"
          value={name}
          onChange={setName}
        />
      </div>
    </ConfirmDialog>
  );
}

function describeBeginning({ resumes }: Task): string {
  return resumes
    ? `from statement ${formatCount(resumes.statement)} on, as this one did`
    : 'from its beginning';
}
