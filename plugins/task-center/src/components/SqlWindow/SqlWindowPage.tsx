import { useContext } from 'react';
import { usePageTitle, useTask } from '../../hooks';
import { useTexts } from '../../translations';
import { ErrorPlaceholder } from '../common';
import { ResultsAheadContext } from './ahead';
import { SqlWindow } from './SqlWindow';
import { SqlWindowSkeleton } from './SqlWindowSkeleton';

/** @internal */
export interface SqlWindowPageProps {
  taskId: string;
  /** The number of the result set to show, from 1. Default: the first. */
  resultSet?: number;
}

/**
 * The page with the result sets of a task.
 *
 * @internal
 */
export function SqlWindowPage({ taskId, resultSet }: SqlWindowPageProps) {
  const t = useTexts();
  const ahead = useContext(ResultsAheadContext);
  const {
    data: task,
    error,
    refresh,
  } = useTask(taskId, id => ahead?.takeTask(id));
  usePageTitle(task && t('sqlWindow.pageTitle', { name: task.name }));
  if (task) {
    return <SqlWindow task={task} resultSet={resultSet} onChanged={refresh} />;
  }
  return error ? (
    <ErrorPlaceholder
      error={error}
      subject={t('sqlWindow.subject')}
      onRetry={refresh}
    />
  ) : (
    <SqlWindowSkeleton />
  );
}
