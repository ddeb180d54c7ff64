import { useCallback, useMemo } from 'react';
import { useHref } from 'react-router-dom';
import { Task } from 'backstage-plugin-task-center-common';
import { useStatementsSearch } from '../../hooks';
import { createLogTimeFormat } from './formatLogTime';
import { LogAddress } from './useLogAddress';

/**
 * What lines need, which stays the same as long as it can, so that they are not drawn again.
 *
 * @internal
 */
export function useLineProps(task: Task, { searchFor }: LogAddress) {
  const { createdAt, finishedAt } = task;
  const timeFormat = useMemo(
    () =>
      createLogTimeFormat(createdAt, finishedAt ?? new Date().toISOString()),
    [createdAt, finishedAt],
  );
  const path = useHref({ search: '' });
  const searchStatements = useStatementsSearch();
  const searchStatement = useCallback(
    (statement: number) => searchStatements({ statement }),
    [searchStatements],
  );
  const statementHref = useCallback(
    (statement: number) => `${path}${searchStatement(statement)}`,
    [path, searchStatement],
  );
  const lineHref = useCallback(
    (index: number) => `${path}${searchFor({ from: index, to: index })}`,
    [path, searchFor],
  );
  return { timeFormat, searchStatement, statementHref, lineHref };
}
