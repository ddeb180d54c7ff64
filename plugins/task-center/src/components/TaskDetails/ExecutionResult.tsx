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
import { Texts, useTexts } from '../../translations';
import { DownloadLink, formatBytes, formatCount } from '../common';
import { describeRemoval, ResultRetention } from '../TaskResults';
import { countStatements } from '../TaskStatusLabel';
import { Section } from './Section';
import { loadSqlWindow } from '../SqlWindow/ahead';
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
  const t = useTexts();
  return (
    <Section title={t('executionResult.title')}>
      <dl className={styles.figures}>
        {listFigures(task, t).map(({ label, value, tone, state }) => (
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
  const t = useTexts();
  const searchStatements = useStatementsSearch();
  const text = value === undefined ? '–' : formatCount(value, t);
  return value && state ? (
    <Link to={{ search: searchStatements({ state }) }}>{text}</Link>
  ) : (
    <>{text}</>
  );
}

function ResultLinks({ task, onChanged }: ExecutionResultProps) {
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  const links = useTaskCenterLinks();
  const isFinal = isFinalStatus(task.status);

  if (task.resultsRemoved) {
    return (
      <Text color="secondary">{describeRemoval(task.resultsRemoved, t)}</Text>
    );
  }
  if (task.resultSets === 0) {
    return (
      <Text color="secondary">
        {isFinal ? t('executionResult.noRows') : t('executionResult.noRowsYet')}
      </Text>
    );
  }
  if (!task.actions.includes('readResults')) {
    return <Text color="secondary">{t('executionResult.notAllowed')}</Text>;
  }
  return (
    <>
      <div className={styles.links}>
        <ButtonLink
          href={links.results(task.id)}
          variant="primary"
          onHoverStart={loadAhead}
          onFocus={loadAhead}
          iconStart={<RiTableLine />}
        >
          {t('executionResult.open')}
        </ButtonLink>
        {isFinal && (
          <DownloadLink
            id={task.id}
            getUrl={() => api.resultsDownloadUrl(task.id)}
          >
            {t('executionResult.download')}
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

function loadAhead() {
  loadSqlWindow().catch(() => {}); // whoever opens it is told
}

function ResultSize({ task }: { task: Task }) {
  const t = useTexts();
  const { resultBytes, resultSets, truncatedResultSets } = task;
  return (
    <span className={styles.resultSize}>
      {t('executionResult.size', {
        resultSets: t('common.resultSets', { count: resultSets }),
        size: formatBytes(resultBytes, t),
      })}
      {truncatedResultSets > 0 && (
        <span className={styles.cut}>
          {t('executionResult.cut', { number: truncatedResultSets })}
        </span>
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

function listFigures(task: Task, t: Texts): Figure[] {
  const { succeededStatements, failedStatements, rolledBackStatements } = task;
  const { all, done, before } = countStatements(task);
  return [
    { label: t('executionResult.succeeded'), value: succeededStatements },
    {
      label: t('executionResult.failed'),
      value: failedStatements,
      tone: failedStatements > 0 ? 'failed' : undefined,
      state: 'failed',
    },
    ...(rolledBackStatements > 0
      ? [
          {
            label: t('executionResult.rolledBack'),
            value: rolledBackStatements,
            tone: 'warning' as const,
            state: 'rolled-back' as const,
          },
        ]
      : []),
    {
      label: isFinalStatus(task.status)
        ? t('executionResult.notCompleted')
        : t('executionResult.toGo'),
      value: all === undefined ? undefined : all - done,
    },
    ...(before > 0
      ? [{ label: t('executionResult.before'), value: before }]
      : []),
    { label: t('executionResult.affectedRows'), value: task.affectedRows },
    { label: t('executionResult.resultSets'), value: task.resultSets },
  ];
}
