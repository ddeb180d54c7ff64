import { Link } from '@backstage/ui';
import { RiCornerDownRightLine, RiCornerUpRightLine } from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
import { useTaskCenterLinks } from '../../hooks';
import { useTexts } from '../../translations';
import styles from './TaskList.module.css';

/**
 * Links to the task that one goes on from, and to the one that went on from it.
 *
 * @internal
 */
export function TaskRelationMarks({ task }: { task: Task }) {
  const t = useTexts();
  const links = useTaskCenterLinks();
  const { resumes, resumedBy = [] } = task;
  const last = resumedBy.at(-1);

  return (
    <>
      {resumes && (
        <Mark
          icon={RiCornerDownRightLine}
          href={links.task(resumes.task)}
          label={t('taskList.resumes', { statement: resumes.statement })}
        />
      )}
      {last && (
        <Mark
          icon={RiCornerUpRightLine}
          href={links.task(last)}
          label={t('taskList.resumedBy', { count: resumedBy.length })}
        />
      )}
    </>
  );
}

function Mark(props: {
  icon: typeof RiCornerDownRightLine;
  href: string;
  label: string;
}) {
  const { icon: Icon, href, label } = props;
  return (
    <Link
      href={href}
      className={styles.mark}
      aria-label={label}
      title={label}
      standalone
    >
      <Icon aria-hidden />
    </Link>
  );
}
