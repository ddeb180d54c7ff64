import { Button } from '@backstage/ui';
import { Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { formatDate, formatExactTime } from '../common';
import styles from './TaskResults.module.css';
import { useResultDialogs } from './useResultDialogs';

/** @internal */
export interface ResultRetentionProps {
  task: Task;
  /** Called after something has been done to the results. */
  onChanged(): Promise<void>;
}

/**
 * Until when the results are kept, and the ways to change that.
 *
 * @internal
 */
export function ResultRetention({ task, onChanged }: ResultRetentionProps) {
  const t = useTexts();
  const { request, dialog } = useResultDialogs(task, onChanged);
  const { resultsExpireAt, actions } = task;
  return (
    <div className={styles.retention}>
      {resultsExpireAt && (
        <span title={formatExactTime(resultsExpireAt, t)}>
          {t('executionResult.keptUntil', {
            date: formatDate(resultsExpireAt, t),
          })}
        </span>
      )}
      {actions.includes('keepResults') && (
        <Button variant="tertiary" size="small" onPress={() => request('keep')}>
          {t('executionResult.keep')}
        </Button>
      )}
      {actions.includes('dropResults') && (
        <Button variant="tertiary" size="small" onPress={() => request('drop')}>
          {t('executionResult.drop')}
        </Button>
      )}
      {dialog}
    </div>
  );
}
