import { ReactNode } from 'react';
import { RiFileCopyLine, RiSkipForwardLine } from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { TaskReference } from '../TaskReference';
import styles from './TaskHeader.module.css';

const SHOWN_AT_ONCE = 3;

/**
 * The tasks that a task came from, and those that go on where it ended.
 *
 * @internal
 */
export function TaskRelations({ task }: { task: Task }) {
  const t = useTexts();
  const { resumes, copyOf, resumedBy = [] } = task;
  const more = resumedBy.length - SHOWN_AT_ONCE;
  const tasks = (
    <>
      {resumedBy.slice(0, SHOWN_AT_ONCE).map((id, i) => (
        <span key={id}>
          {i > 0 && t('common.listSeparator')}
          <TaskReference taskId={id} isOneOfMany />
        </span>
      ))}
    </>
  );
  return (
    <>
      {resumes && (
        <Relation icon={<RiSkipForwardLine aria-hidden />}>
          {t('taskDetails.resumes', {
            task: <TaskReference taskId={resumes.task} />,
            statement: resumes.statement,
          })}
        </Relation>
      )}
      {copyOf && (
        <Relation icon={<RiFileCopyLine aria-hidden />}>
          {t('taskDetails.copyOf', {
            task: <TaskReference taskId={copyOf} />,
          })}
        </Relation>
      )}
      {resumedBy.length > 0 && (
        <Relation icon={<RiSkipForwardLine aria-hidden />}>
          {more > 0
            ? t('taskDetails.resumedAs.more', { tasks, number: more })
            : t('taskDetails.resumedAs', { tasks })}
        </Relation>
      )}
    </>
  );
}

function Relation(props: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.relation}>
      {props.icon}
      <span>{props.children}</span>
    </div>
  );
}
