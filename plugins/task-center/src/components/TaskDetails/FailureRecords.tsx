import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { TablePagination } from '@backstage/ui';
import {
  Page,
  Task,
  TaskStatement,
  isFinalStatus,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { usePolling } from '../../hooks';
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
export function FailureRecords({ task }: { task: Task }) {
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
    <Section title={`Execution Failure Records (${formatCount(total)})`}>
      {error && !data ? (
        <ErrorPlaceholder
          subject="The failure records"
          error={error}
          onRetry={refresh}
        />
      ) : (
        <div className={styles.records}>
          <table>
            <thead>
              <tr>
                <th className={styles.number}>#</th>
                <th className={styles.number}>Line</th>
                <th>Code</th>
                <th className={styles.textHead}>Message</th>
              </tr>
            </thead>
            <tbody>
              {data?.items.map(statement => (
                <FailureRecord key={statement.index} statement={statement} />
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
          hasPreviousPage={offset > 0}
          hasNextPage={offset + PAGE_SIZE < total}
          onPreviousPage={() => setOffset(offset - PAGE_SIZE)}
          onNextPage={() => setOffset(offset + PAGE_SIZE)}
        />
      )}
    </Section>
  );
}

function FailureRecord({ statement }: { statement: TaskStatement }) {
  const { code, sqlState, message } = statement.error ?? {};
  return (
    <tr>
      <td className={styles.number}>{formatCount(statement.index)}</td>
      <td className={styles.number}>{formatCount(statement.line)}</td>
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
