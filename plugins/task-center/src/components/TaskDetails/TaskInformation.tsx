import { Alert } from '@backstage/ui';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import { BasicInformation } from './BasicInformation';
import { ExecutionResult } from './ExecutionResult';
import { FailureRecords } from './FailureRecords';
import { SqlContent } from './SqlContent';
import styles from './TaskInformation.module.css';

/**
 * @internal
 */
export interface TaskInformationProps {
  task: Task;
  /** Undefined until it is known, or where the person may not see it. */
  connection: Connection | undefined;
}

/**
 * What a task is and what came of it.
 *
 * @internal
 */
export function TaskInformation({ task, connection }: TaskInformationProps) {
  return (
    <div className={styles.root}>
      {task.failure && (
        <Alert
          status={task.status === 'aborted' ? 'warning' : 'danger'}
          icon
          title={task.failure.message}
        />
      )}
      <ExecutionResult task={task} />
      {task.failedStatements > 0 && <FailureRecords task={task} />}
      <BasicInformation task={task} connection={connection} />
      <SqlContent task={task} />
    </div>
  );
}
