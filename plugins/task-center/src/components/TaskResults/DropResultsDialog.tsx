import { Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { taskCenterApiRef } from '../../api';
import { useTexts } from '../../translations';
import { ConfirmDialog, formatBytes } from '../common';
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
  const t = useTexts();
  const { task, onChanged, onClose } = props;
  const api = useApi(taskCenterApiRef);
  const { data: usage } = useResultUsage();
  return (
    <ConfirmDialog
      title={t('executionResult.drop.title', { name: task.name })}
      confirmLabel={t('executionResult.drop.confirm')}
      onConfirm={async () => {
        await api.dropResults(task.id);
        await onChanged();
      }}
      onClose={onClose}
    >
      <div className={styles.body}>
        <Text as="p">
          {t('executionResult.drop.text', {
            count: task.resultSets,
            size: formatBytes(task.resultBytes, t),
          })}
        </Text>
        <UsageNote usage={usage} />
      </div>
    </ConfirmDialog>
  );
}
