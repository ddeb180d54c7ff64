import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { TablePagination } from '@backstage/ui';
import {
  Page,
  Task,
  TaskStatement,
  isFinalStatus,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { usePolling, useStatementsSearch } from '../../hooks';
import { useTexts } from '../../translations';
import { ErrorPlaceholder, formatCount } from '../common';
import { Section } from './Section';
import styles from './TaskInformation.module.css';

const PAGE_SIZE = 10;
const POLL_MS = 2_000;

/**
 * The statements that failed, with what the database said.
 *
 * @internal
 */
export function FailureRecords(props: {
  task: Task;
  /** Shows a line of the script, from 1; undefined where that cannot be shown. */
  onShowLine: ((line: number) => void) | undefined;
}) {
  const { task, onShowLine } = props;
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  const [offset, setOffset] = useState(0);
  const isFinal = isFinalStatus(task.status);
  const { data, error, refresh } = usePolling<Page<TaskStatement>>({
    key: `${task.id} ${offset} ${isFinal}`,
    load: signal =>
      api.listStatements(task.id, {
        state: ['failed'],
        limit: PAGE_SIZE,
        offset,
        signal,
      }),
    intervalMs: () => (isFinal ? undefined : POLL_MS),
  });

  const total = data?.totalItems ?? task.failedStatements;
  return (
    <Section title={t('taskDetails.failures', { number: total })}>
      {error && !data ? (
        <ErrorPlaceholder
          subject={t('taskDetails.failures.subject')}
          error={error}
          onRetry={refresh}
        />
      ) : (
        <div className={styles.records}>
          <table>
            <thead>
              <tr>
                <th className={styles.number}>#</th>
                <th className={styles.number}>
                  {t('taskDetails.failures.line')}
                </th>
                <th>{t('taskDetails.failures.code')}</th>
                <th className={styles.textHead}>
                  {t('taskDetails.failures.message')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data?.items.map(statement => (
                <FailureRecord
                  key={statement.index}
                  statement={statement}
                  onShowLine={onShowLine}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > PAGE_SIZE && (
        <TablePagination
          pageSize={PAGE_SIZE}
          showPageSizeOptions={false}
          offset={offset}
          totalCount={total}
          getLabel={() =>
            t('common.range', {
              from: offset + 1,
              to: Math.min(offset + PAGE_SIZE, total),
              total,
            })
          }
          hasPreviousPage={offset > 0}
          hasNextPage={offset + PAGE_SIZE < total}
          onPreviousPage={() => setOffset(offset - PAGE_SIZE)}
          onNextPage={() => setOffset(offset + PAGE_SIZE)}
        />
      )}
    </Section>
  );
}

function FailureRecord(props: {
  statement: TaskStatement;
  onShowLine: ((line: number) => void) | undefined;
}) {
  const { statement, onShowLine } = props;
  const { index, line } = statement;
  const t = useTexts();
  const searchStatements = useStatementsSearch();
  const { code, sqlState, message } = statement.error ?? {};
  return (
    <tr>
      <td className={styles.number}>
        <Link
          to={{ search: searchStatements({ statement: index }) }}
          aria-label={t('taskDetails.failures.statement', { number: index })}
        >
          {formatCount(index, t)}
        </Link>
      </td>
      <td className={styles.number}>
        {onShowLine ? (
          <button
            type="button"
            className={styles.line}
            aria-label={t('taskDetails.failures.inScript', { line })}
            title={t('taskDetails.failures.inScript', { line })}
            onClick={() => onShowLine(line)}
          >
            {formatCount(line, t)}
          </button>
        ) : (
          formatCount(line, t)
        )}
      </td>
      <td className={styles.code} title={sqlState && `SQLSTATE ${sqlState}`}>
        {code ?? '–'}
      </td>
      <td className={styles.text}>
        <div className={styles.message}>{message ?? '–'}</div>
        <div className={styles.statement} title={statement.text}>
          {statement.text}
        </div>
      </td>
    </tr>
  );
}
