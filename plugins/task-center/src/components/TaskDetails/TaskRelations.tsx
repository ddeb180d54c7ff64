import { ReactNode } from 'react';
import { RiFileCopyLine, RiSkipForwardLine } from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
import { formatCount } from '../common';
import { TaskReference } from '../TaskReference';
import styles from './TaskHeader.module.css';

const SHOWN_AT_ONCE = 3;

/**
 * The tasks that a task came from, and those that go on where it ended.
 *
 * @internal
 */
export function TaskRelations({ task }: { task: Task }) {
  const { resumes, copyOf, resumedBy = [] } = task;
  const more = resumedBy.length - SHOWN_AT_ONCE;
  return (
    <>
      {resumes && (
        <Relation icon={<RiSkipForwardLine aria-hidden />}>
          Resumes <TaskReference taskId={resumes.task} />
          {` from statement ${formatCount(resumes.statement)}`}
        </Relation>
      )}
      {copyOf && (
        <Relation icon={<RiFileCopyLine aria-hidden />}>
          Copy of <TaskReference taskId={copyOf} />
        </Relation>
      )}
      {resumedBy.length > 0 && (
        <Relation icon={<RiSkipForwardLine aria-hidden />}>
          Resumed as{' '}
          {resumedBy.slice(0, SHOWN_AT_ONCE).map((id, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <TaskReference taskId={id} isOneOfMany />
            </span>
          ))}
          {more > 0 && ` and ${formatCount(more)} more`}
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
