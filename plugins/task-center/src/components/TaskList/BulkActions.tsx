import { RefObject, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, Text } from '@backstage/ui';
import {
  RiCloseLine,
  RiDeleteBinLine,
  RiStopCircleLine,
} from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTexts } from '../../translations';
import { deleteIfThere } from '../TaskActions';
import { usePortalMessage } from '../TaskWatch/usePortalMessage';
import { BulkDialog } from './BulkDialog';
import { useFocusKept } from './useFocusKept';
import { TaskSelection } from './useTaskSelection';
import styles from './TaskList.module.css';

/**
 * @internal
 */
export interface BulkActionsProps {
  selection: TaskSelection;
  /** Holds the tasks; it gets the focus when the bar has gone with what was selected. */
  list: RefObject<HTMLElement>;
  /** Called when something was done. */
  onChanged: () => Promise<void>;
  onDeleted: (task: Task) => void;
}

/**
 * What can be done with several tasks at once: a bar that floats below them, so that no row moves when it comes.
 *
 * @internal
 */
export function BulkActions(props: BulkActionsProps) {
  const { selection, list, onChanged, onDeleted } = props;
  const { tasks } = selection;
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  const [asked, setAsked] = useState<{
    deed: 'abort' | 'delete';
    of: Task[];
  }>();
  const showMessage = usePortalMessage();
  useFocusKept(list, asked !== undefined);
  const abortable = tasks.filter(
    task => task.actions.includes('abort') && !task.abortRequestedAt,
  );
  const deletable = tasks.filter(task => task.actions.includes('delete'));

  const isShown = tasks.length > 0;
  const only = useRef<string>();
  only.current = tasks.length === 1 ? tasks[0].id : undefined;
  useEffect(() => {
    if (isShown && only.current) {
      // The bar comes where the task that was selected may be.
      const rows = list.current?.querySelectorAll<HTMLElement>('tr[data-key]');
      [...(rows ?? [])]
        .find(({ dataset }) => dataset.key === only.current)
        ?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [isShown, list]);

  const doIt = async (task: Task) => {
    if (asked!.deed === 'abort') {
      await api.abortTask(task.id);
    } else {
      await deleteIfThere(api, task.id);
      onDeleted(task);
    }
  };

  const tellOutcome = async (count: number) => {
    if (count > 0) {
      showMessage({
        title: t(`taskList.bulk.${asked!.deed}.done`, { count }),
      });
    }
    await onChanged();
  };

  return (
    <>
      {isShown && (
        <div
          className={styles.bulk}
          role="toolbar"
          aria-label={t('taskList.bulk')}
        >
          <Text variant="body-small" weight="bold">
            {t('taskList.bulk.selected', { count: tasks.length })}
          </Text>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiStopCircleLine />}
            isDisabled={abortable.length === 0}
            onPress={() => setAsked({ deed: 'abort', of: abortable })}
          >
            {t('taskList.bulk.abort', { count: abortable.length })}
          </Button>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiDeleteBinLine />}
            isDisabled={deletable.length === 0}
            onPress={() => setAsked({ deed: 'delete', of: deletable })}
          >
            {t('taskList.bulk.delete', { count: deletable.length })}
          </Button>
          <ButtonIcon
            variant="tertiary"
            size="small"
            icon={<RiCloseLine />}
            aria-label={t('taskList.bulk.clear')}
            onPress={selection.clear}
          />
        </div>
      )}
      {asked && (
        <BulkDialog
          deed={asked.deed}
          tasks={asked.of}
          others={tasks.length - asked.of.length}
          doIt={doIt}
          onDone={tellOutcome}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
