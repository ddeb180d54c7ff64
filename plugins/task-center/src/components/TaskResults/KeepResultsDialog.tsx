import { useState } from 'react';
import { Radio, RadioGroup, Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
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
  const { task, onChanged, onClose } = props;
  const api = useApi(taskCenterApiRef);
  const { data: usage, error } = useResultUsage();
  const [now] = useState(() => Date.now());
  const [chosen, setChosen] = useState<string>();
  const choices =
    usage &&
    retentionChoices(now, task.resultsExpireAt, usage.maxRetentionSeconds);
  const until = chosen ?? choices?.[0]?.until;

  return (
    <ConfirmDialog
      title="Keep the results longer"
      confirmLabel="Keep them"
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
            {`They are kept until ${formatDate(task.resultsExpireAt)} now.`}
          </Text>
        )}
        {error && <Text as="p">{describeError(error)}</Text>}
        {!choices && !error && <Skeleton height={84} />}
        {choices?.length === 0 && (
          <Text as="p">That is as long as they can be kept from today.</Text>
        )}
        {choices && choices.length > 0 && (
          <RadioGroup label="Keep them for" value={until} onChange={setChosen}>
            {choices.map(choice => (
              <Radio key={choice.until} value={choice.until}>
                {choice.label}
              </Radio>
            ))}
          </RadioGroup>
        )}
        <UsageNote usage={usage} />
      </div>
    </ConfirmDialog>
  );
}
