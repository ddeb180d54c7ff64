import { useState } from 'react';
import { Radio, RadioGroup, Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTexts } from '../../translations';
import { ConfirmDialog, describeError, formatDate } from '../common';
import { retentionChoices } from './retentionChoices';
import styles from './TaskResults.module.css';
import { UsageNote } from './UsageNote';
import { useResultUsage } from './useResultUsage';

/** @internal */
export interface ResultsDialogProps {
  task: Task;
  onChanged(): Promise<void>;
  onClose(): void;
}

/**
 * Asks for how long the results are to be kept.
 *
 * @internal
 */
export function KeepResultsDialog(props: ResultsDialogProps) {
  const t = useTexts();
  const { task, onChanged, onClose } = props;
  const api = useApi(taskCenterApiRef);
  const { data: usage, error } = useResultUsage();
  const [now] = useState(() => Date.now());
  const [chosen, setChosen] = useState<string>();
  const choices =
    usage &&
    retentionChoices(
      {
        now,
        expiresAt: task.resultsExpireAt,
        maxRetentionSeconds: usage.maxRetentionSeconds,
      },
      t,
    );
  const until = chosen ?? choices?.[0]?.until;

  return (
    <ConfirmDialog
      title={t('executionResult.keep.title')}
      confirmLabel={t('executionResult.keep.confirm')}
      isDestructive={false}
      isConfirmDisabled={!until}
      onConfirm={async () => {
        await api.keepResults(task.id, until!);
        await onChanged();
      }}
      onClose={onClose}
    >
      <div className={styles.body}>
        {task.resultsExpireAt && (
          <Text as="p">
            {t('executionResult.keep.now', {
              date: formatDate(task.resultsExpireAt, t),
            })}
          </Text>
        )}
        <div className={styles.choices}>
          {error && <Text as="p">{describeError(error, t)}</Text>}
          {!choices && !error && <Skeleton height={84} />}
          {choices?.length === 0 && (
            <Text as="p">{t('executionResult.keep.longest')}</Text>
          )}
          {choices && choices.length > 0 && (
            <RadioGroup
              label={t('executionResult.keep.for')}
              value={until}
              onChange={setChosen}
            >
              {choices.map(choice => (
                <Radio key={choice.until} value={choice.until}>
                  {choice.label}
                </Radio>
              ))}
            </RadioGroup>
          )}
        </div>
        <UsageNote usage={usage} />
      </div>
    </ConfirmDialog>
  );
}
