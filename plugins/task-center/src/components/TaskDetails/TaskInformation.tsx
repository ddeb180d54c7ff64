import { Alert } from '@backstage/ui';
import { ConnectionNameProps } from '../common';
import { BasicInformation } from './BasicInformation';
import { ExecutionResult } from './ExecutionResult';
import { FailureRecords } from './FailureRecords';
import { SqlContent } from './SqlContent';
import { StatementTimeline } from './timeline';
import { WaitingNotice } from './WaitingNotice';
import styles from './TaskInformation.module.css';

/**
 * @internal
 */
export interface TaskInformationProps
  extends Omit<ConnectionNameProps, 'describe'> {
  /** Called after something has been done to the task. */
  onChanged(): Promise<void>;
}

/**
 * What a task is and what came of it.
 *
 * @internal
 */
export function TaskInformation(props: TaskInformationProps) {
  const { task, onChanged } = props;
  return (
    <div className={styles.root}>
      {task.failure && (
        <Alert
          status={task.status === 'aborted' ? 'warning' : 'danger'}
          icon
          title={task.failure.message}
        />
      )}
      <WaitingNotice task={task} connection={props.connection} />
      <ExecutionResult task={task} onChanged={onChanged} />
      <StatementTimeline task={task} />
      {task.failedStatements > 0 && <FailureRecords task={task} />}
      <BasicInformation {...props} />
      <SqlContent task={task} />
    </div>
  );
}
