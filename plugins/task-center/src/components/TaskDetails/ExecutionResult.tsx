import { Link } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink, Text } from '@backstage/ui';
import { RiTableLine } from '@remixicon/react';
import {
  StatementState,
  Task,
  isFinalStatus,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useStatementsSearch, useTaskCenterLinks } from '../../hooks';
import {
  DownloadLink,
  formatBytes,
  formatCount,
  formatQuantity,
} from '../common';
import { describeRemoval, ResultRetention } from '../TaskResults';
import { countStatements } from '../TaskStatusLabel';
import { Section } from './Section';
import styles from './TaskInformation.module.css';

/** @internal */
export interface ExecutionResultProps {
  task: Task;
  /** Called after something has been done to the task. */
  onChanged(): Promise<void>;
}

/**
 * What became of the statements, and the way to what they returned.
 *
 * @internal
 */
export function ExecutionResult({ task, onChanged }: ExecutionResultProps) {
  return (
    <Section title="Execution Result">
      <dl className={styles.figures}>
        {listFigures(task).map(({ label, value, tone, state }) => (
          <div key={label} className={styles.figure} data-tone={tone}>
            <dt>{label}</dt>
            <dd>
              <FigureValue value={value} state={state} />
            </dd>
          </div>
        ))}
      </dl>
      <ResultLinks task={task} onChanged={onChanged} />
    </Section>
  );
}

function FigureValue({ value, state }: Pick<Figure, 'value' | 'state'>) {
  const searchStatements = useStatementsSearch();
  const text = value === undefined ? '–' : formatCount(value);
  return value && state ? (
    <Link to={{ search: searchStatements({ state }) }}>{text}</Link>
  ) : (
    <>{text}</>
  );
}

function ResultLinks({ task, onChanged }: ExecutionResultProps) {
  const api = useApi(taskCenterApiRef);
  const links = useTaskCenterLinks();
  const isFinal = isFinalStatus(task.status);

  if (task.resultsRemoved) {
    return (
      <Text color="secondary">{describeRemoval(task.resultsRemoved)}</Text>
    );
  }
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
    <>
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
      <div className={styles.resultFacts}>
        <ResultSize task={task} />
        <ResultRetention task={task} onChanged={onChanged} />
      </div>
    </>
  );
}

function ResultSize({ task }: { task: Task }) {
  const { resultBytes, resultSets, truncatedResultSets } = task;
  return (
    <span className={styles.resultSize}>
      {`${formatQuantity(resultSets, 'result set')}, ${formatBytes(
        resultBytes,
      )} as CSV`}
      {truncatedResultSets > 0 && (
        <span className={styles.cut}>{`, ${formatCount(
          truncatedResultSets,
        )} cut off by a limit`}</span>
      )}
    </span>
  );
}

interface Figure {
  label: string;
  value: number | undefined;
  tone?: 'failed' | 'warning';
  /** The state of the statements that are counted, where they are worth a look. */
  state?: StatementState;
}

function listFigures(task: Task): Figure[] {
  const { succeededStatements, failedStatements, rolledBackStatements } = task;
  const { all, done, before } = countStatements(task);
  return [
    { label: 'Succeeded', value: succeededStatements },
    {
      label: 'Failed',
      value: failedStatements,
      tone: failedStatements > 0 ? 'failed' : undefined,
      state: 'failed',
    },
    ...(rolledBackStatements > 0
      ? [
          {
            label: 'Rolled back',
            value: rolledBackStatements,
            tone: 'warning' as const,
            state: 'rolled-back' as const,
          },
        ]
      : []),
    {
      label: isFinalStatus(task.status) ? 'Not completed' : 'To go',
      value: all === undefined ? undefined : all - done,
    },
    ...(before > 0 ? [{ label: 'Before the start', value: before }] : []),
    { label: 'Rows affected', value: task.affectedRows },
    { label: 'Result sets', value: task.resultSets },
  ];
}
