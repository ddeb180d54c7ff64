import { Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { taskCenterApiRef } from '../../api';
import { ConfirmDialog, formatBytes, formatQuantity } from '../common';
import { ResultsDialogProps } from './KeepResultsDialog';
import styles from './TaskResults.module.css';
import { UsageNote } from './UsageNote';
import { useResultUsage } from './useResultUsage';

/**
 * Asks before the results of a task are removed.
 *
 * @internal
 */
export function DropResultsDialog(props: ResultsDialogProps) {
  const { task, onChanged, onClose } = props;
  const api = useApi(taskCenterApiRef);
  const { data: usage } = useResultUsage();
  return (
    <ConfirmDialog
      title={`Drop the results of “${task.name}”?`}
      confirmLabel="Drop results"
      onConfirm={async () => {
        await api.dropResults(task.id);
        await onChanged();
      }}
      onClose={onClose}
    >
      <div className={styles.body}>
        <Text as="p">
          {`${formatQuantity(task.resultSets, 'result set')}, ${formatBytes(
            task.resultBytes,
          )} as CSV, are removed at once and for good. The task, its log and the record of its statements stay.`}
        </Text>
        <UsageNote usage={usage} />
      </div>
    </ConfirmDialog>
  );
}
