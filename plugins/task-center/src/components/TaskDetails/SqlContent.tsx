import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Skeleton, Text } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { usePolling } from '../../hooks';
import { useTexts } from '../../translations';
import { CopyButton, ErrorPlaceholder, formatBytes } from '../common';
import { SqlCode } from '../SqlEditor';
import { Section } from './Section';
import { saveTextFile } from './saveTextFile';

const MAX_SHOWN_BYTES = 1_000_000;

/**
 * The script exactly as it ran. One that is too large for the page can only be downloaded.
 *
 * @internal
 */
export function SqlContent({ task }: { task: Task }) {
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  const isShown = task.scriptBytes <= MAX_SHOWN_BYTES;
  const { data, error, refresh } = usePolling({
    key: isShown ? task.id : undefined,
    load: () => api.getScript(task.id),
    intervalMs: () => undefined,
  });
  const download = async () =>
    saveTextFile(`${task.name}.sql`, data ?? (await api.getScript(task.id)));

  return (
    <Section
      title={t('taskDetails.sql')}
      actions={
        <>
          {isShown && (
            <CopyButton text={() => data ?? ''} isDisabled={!data}>
              {t('common.copy')}
            </CopyButton>
          )}
          <Button
            variant="tertiary"
            iconStart={<RiDownload2Line />}
            onPress={download}
          >
            {t('common.download')}
          </Button>
        </>
      }
    >
      {!isShown && (
        <Text color="secondary">
          {t('taskDetails.sql.tooLarge', {
            size: formatBytes(task.scriptBytes, t),
          })}
        </Text>
      )}
      {isShown && error && !data && (
        <ErrorPlaceholder
          subject={t('taskDetails.sql.subject')}
          error={error}
          onRetry={refresh}
        />
      )}
      {isShown && !error && data === undefined && (
        <Skeleton width="100%" height={160} />
      )}
      {data !== undefined && <SqlCode sql={data} maxHeight={420} />}
    </Section>
  );
}
