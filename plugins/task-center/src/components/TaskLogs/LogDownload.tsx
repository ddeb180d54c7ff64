import { ReactNode } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogLevelFilter } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTexts } from '../../translations';
import { DownloadLink } from '../common';

/**
 * Downloads all lines of a level.
 *
 * @internal
 */
export function LogDownload(props: {
  taskId: string;
  level: LogLevelFilter;
  children?: ReactNode;
}) {
  const { taskId, level, children } = props;
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  return (
    <DownloadLink
      id={`log ${taskId} ${level}`}
      variant="tertiary"
      getUrl={() => api.logDownloadUrl(taskId, level)}
    >
      {children ?? t('taskLogs.download')}
    </DownloadLink>
  );
}
