import { useState } from 'react';
import { Alert } from '@backstage/ui';
import { ConnectionNameProps } from '../common';
import { BasicInformation } from './BasicInformation';
import { ExecutionResult } from './ExecutionResult';
import { FailureRecords } from './FailureRecords';
import { MAX_SHOWN_BYTES, SqlContent } from './SqlContent';
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
  const { task, connection, onChanged } = props;
  const [wanted, setWanted] = useState<{ line: number }>();
  const isShown = task.scriptBytes <= MAX_SHOWN_BYTES;
  return (
    <div className={styles.root}>
      {task.failure && (
        <Alert
          status={task.status === 'aborted' ? 'warning' : 'danger'}
          icon
          title={task.failure.message}
        />
      )}
      <WaitingNotice task={task} connection={connection} />
      <ExecutionResult task={task} onChanged={onChanged} />
      {task.failedStatements > 0 && (
        <FailureRecords
          task={task}
          onShowLine={isShown ? line => setWanted({ line }) : undefined}
        />
      )}
      <StatementTimeline task={task} />
      <BasicInformation {...props} />
      <SqlContent task={task} connection={connection} wanted={wanted} />
    </div>
  );
}
