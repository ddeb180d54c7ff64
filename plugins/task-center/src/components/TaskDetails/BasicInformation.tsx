import { ReactNode } from 'react';
import { Task } from 'backstage-plugin-task-center-common';
import {
  ConnectionName,
  ConnectionNameProps,
  EntityLink,
  RelativeTime,
  describeConnection,
  formatBytes,
  formatExactTime,
  formatQuantity,
  formatSeconds,
  formatUser,
} from '../common';
import { Section } from './Section';
import styles from './TaskInformation.module.css';

/**
 * @internal
 */
export type BasicInformationProps = Omit<ConnectionNameProps, 'describe'>;

/**
 * Every setting of a task, with the defaults filled in.
 *
 * @internal
 */
export function BasicInformation(props: BasicInformationProps) {
  const { task } = props;
  const facts: [string, ReactNode][] = [
    ['Task Name', task.name],
    ['Task ID', <code key="id">{task.id}</code>],
    [
      'Connection',
      <ConnectionName
        key="connection"
        {...props}
        describe={describeConnection}
      />,
    ],
    [
      'Created By',
      <EntityLink key="creator" entityRef={task.createdBy}>
        {formatUser(task.createdBy)}
      </EntityLink>,
    ],
    ['Created At', <Moment key="created" time={task.createdAt} />],
    ['Started At', task.startedAt && <Moment time={task.startedAt} />],
    ['Finished At', task.finishedAt && <Moment time={task.finishedAt} />],
    ['Delimiter', <code key="delimiter">{task.delimiter}</code>],
    ['Query Result Limit', formatQuantity(task.resultLimit, 'row')],
    [
      'Task Error Handling',
      task.errorHandling === 'abort'
        ? 'Stop at the first failed statement'
        : 'Continue with the next statement',
    ],
    [
      'Commit',
      task.transactionMode === 'script'
        ? 'All or nothing: one transaction'
        : 'Each statement by itself',
    ],
    ['Execution Timeout', formatSeconds(task.executionTimeoutSeconds)],
    [
      'Statement Timeout',
      task.statementTimeoutSeconds === undefined
        ? 'None'
        : formatSeconds(task.statementTimeoutSeconds),
    ],
    ['Script', describeScript(task)],
    [
      'Script SHA-256',
      <code key="sha" className={styles.hash} title={task.scriptSha256}>
        {task.scriptSha256}
      </code>,
    ],
    ['Description', task.description],
  ];

  return (
    <Section title="Basic Information">
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Moment({ time }: { time: string }) {
  return (
    <>
      {formatExactTime(time)} (<RelativeTime time={time} />)
    </>
  );
}

function describeScript(task: Task): string {
  const size = formatBytes(task.scriptBytes);
  return task.totalStatements === undefined
    ? size
    : `${formatQuantity(task.totalStatements, 'statement')}, ${size}`;
}
