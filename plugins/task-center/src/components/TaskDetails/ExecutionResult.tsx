import { useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink, Text } from '@backstage/ui';
import { RiTableLine } from '@remixicon/react';
import { Task, isFinalStatus } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTaskCenterLinks } from '../../hooks';
import { DownloadLink, formatCount } from '../common';
import { Section } from './Section';
import styles from './TaskInformation.module.css';

/**
 * What became of the statements, and the way to what they returned.
 *
 * @internal
 */
export function ExecutionResult({ task }: { task: Task }) {
  return (
    <Section title="Execution Result">
      <dl className={styles.figures}>
        {listFigures(task).map(({ label, value, tone }) => (
          <div key={label} className={styles.figure} data-tone={tone}>
            <dt>{label}</dt>
            <dd>{value === undefined ? '–' : formatCount(value)}</dd>
          </div>
        ))}
      </dl>
      <ResultLinks task={task} />
    </Section>
  );
}

function ResultLinks({ task }: { task: Task }) {
  const api = useApi(taskCenterApiRef);
  const links = useTaskCenterLinks();
  const isFinal = isFinalStatus(task.status);

  if (task.resultSets === 0) {
    return (
      <Text color="secondary">
        {isFinal
          ? 'No statement returned rows.'
          : 'No statement has returned rows yet.'}
      </Text>
    );
  }
  if (!task.actions.includes('readResults')) {
    return (
      <Text color="secondary">
        The rows that came back can be read by the task’s creator and the owners
        of the database.
      </Text>
    );
  }
  return (
    <div className={styles.links}>
      <ButtonLink
        href={links.results(task.id)}
        variant="primary"
        iconStart={<RiTableLine />}
      >
        Query Results
      </ButtonLink>
      {isFinal && (
        <DownloadLink
          id={task.id}
          getUrl={() => api.resultsDownloadUrl(task.id)}
        >
          Download Results
        </DownloadLink>
      )}
    </div>
  );
}

interface Figure {
  label: string;
  value: number | undefined;
  tone?: 'failed';
}

function listFigures(task: Task): Figure[] {
  const { totalStatements, succeededStatements, failedStatements } = task;
  const rest =
    totalStatements === undefined
      ? undefined
      : totalStatements - succeededStatements - failedStatements;
  return [
    { label: 'Succeeded', value: succeededStatements },
    {
      label: 'Failed',
      value: failedStatements,
      tone: failedStatements > 0 ? 'failed' : undefined,
    },
    {
      label: isFinalStatus(task.status) ? 'Not completed' : 'To go',
      value: rest,
    },
    { label: 'Rows affected', value: task.affectedRows },
    { label: 'Result sets', value: task.resultSets },
  ];
}
