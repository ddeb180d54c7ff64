import { Button, ButtonIcon } from '@backstage/ui';
import { RiArchiveLine, RiEqualizerLine } from '@remixicon/react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTexts } from '../../translations';
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
  const t = useTexts();
  const { task, onBundle, onDownload } = props;
  const api = useApi(taskCenterApiRef);
  return (
    <>
      <span className={styles.download}>
        <DownloadLink
          id={`results ${task.id}`}
          getUrl={() => api.resultsDownloadUrl(task.id)}
        >
          {t('resultExport.download')}
          {task.resultBytes > 0 && (
            <span className={styles.size}>
              {formatBytes(task.resultBytes, t)}
            </span>
          )}
        </DownloadLink>
        <ButtonIcon
          variant="secondary"
          aria-label={t('resultExport.download.options')}
          icon={<RiEqualizerLine />}
          onPress={onDownload}
        />
      </span>
      <Button
        variant="secondary"
        iconStart={<RiArchiveLine />}
        onPress={onBundle}
      >
        {t('resultExport.bundle')}
      </Button>
    </>
  );
}
