import { Button, ButtonIcon } from '@backstage/ui';
import { RiArchiveLine, RiEqualizerLine } from '@remixicon/react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { DownloadLink, formatBytes } from '../common';
import styles from './SqlWindow.module.css';

/** @internal */
export interface ResultActionsProps {
  task: Task;
  onBundle(): void;
  onDownload(): void;
}

/**
 * The ways to take the results of a task away.
 *
 * @internal
 */
export function ResultActions(props: ResultActionsProps) {
  const { task, onBundle, onDownload } = props;
  const api = useApi(taskCenterApiRef);
  return (
    <>
      <span className={styles.download}>
        <DownloadLink
          id={`results ${task.id}`}
          getUrl={() => api.resultsDownloadUrl(task.id)}
        >
          Download Results
          {task.resultBytes > 0 && (
            <span className={styles.size}>{formatBytes(task.resultBytes)}</span>
          )}
        </DownloadLink>
        <ButtonIcon
          variant="secondary"
          aria-label="Download with options"
          icon={<RiEqualizerLine />}
          onPress={onDownload}
        />
      </span>
      <Button
        variant="secondary"
        iconStart={<RiArchiveLine />}
        onPress={onBundle}
      >
        Bundle selected
      </Button>
    </>
  );
}
