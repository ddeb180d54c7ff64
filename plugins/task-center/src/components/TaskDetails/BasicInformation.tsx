import { ReactNode } from 'react';
import { Task } from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import {
  ConnectionName,
  ConnectionNameProps,
  EntityLink,
  RelativeTime,
  describeConnection,
  formatBytes,
  formatExactTime,
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
  const t = useTexts();
  const { task } = props;
  const facts: [string, ReactNode][] = [
    [t('taskDetails.basic.name'), task.name],
    [t('taskDetails.basic.id'), <code key="id">{task.id}</code>],
    [
      t('taskDetails.basic.connection'),
      <ConnectionName
        key="connection"
        {...props}
        describe={each => describeConnection(each, t)}
      />,
    ],
    [
      t('taskDetails.basic.createdBy'),
      <EntityLink key="creator" entityRef={task.createdBy}>
        {formatUser(task.createdBy)}
      </EntityLink>,
    ],
    [
      t('taskDetails.basic.createdAt'),
      <Moment key="created" time={task.createdAt} />,
    ],
    [
      t('taskDetails.basic.startedAt'),
      task.startedAt && <Moment time={task.startedAt} />,
    ],
    [
      t('taskDetails.basic.finishedAt'),
      task.finishedAt && <Moment time={task.finishedAt} />,
    ],
    [
      t('taskDetails.basic.delimiter'),
      <code key="delimiter">{task.delimiter}</code>,
    ],
    [
      t('taskDetails.basic.resultLimit'),
      t('common.rows', { count: task.resultLimit }),
    ],
    [
      t('taskDetails.basic.errorHandling'),
      task.errorHandling === 'abort'
        ? t('taskDetails.basic.errorHandling.abort')
        : t('taskDetails.basic.errorHandling.continue'),
    ],
    [
      t('taskDetails.basic.commit'),
      task.transactionMode === 'script'
        ? t('taskDetails.basic.commit.script')
        : t('taskDetails.basic.commit.statement'),
    ],
    [
      t('taskDetails.basic.executionTimeout'),
      formatSeconds(task.executionTimeoutSeconds, t),
    ],
    [
      t('taskDetails.basic.statementTimeout'),
      task.statementTimeoutSeconds === undefined
        ? t('taskDetails.basic.statementTimeout.none')
        : formatSeconds(task.statementTimeoutSeconds, t),
    ],
    [t('taskDetails.basic.script'), describeScript(task, t)],
    [
      t('taskDetails.basic.sha'),
      <code key="sha" className={styles.hash} title={task.scriptSha256}>
        {task.scriptSha256}
      </code>,
    ],
    [t('taskDetails.basic.description'), task.description],
  ];

  return (
    <Section title={t('taskDetails.basic')}>
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
  const t = useTexts();
  return (
    <>
      {t('taskDetails.basic.moment', {
        exact: formatExactTime(time, t),
        relative: <RelativeTime time={time} />,
      })}
    </>
  );
}

function describeScript(task: Task, t: Texts): string {
  const size = formatBytes(task.scriptBytes, t);
  return task.totalStatements === undefined
    ? size
    : t('taskDetails.basic.script.size', {
        statements: t('common.statements', { count: task.totalStatements }),
        size,
      });
}
