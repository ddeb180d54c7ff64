import { useCallback, useMemo, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Skeleton, Text } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { Connection, Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { usePolling, useStatementsSearch } from '../../hooks';
import { useTexts } from '../../translations';
import { CopyButton, ErrorPlaceholder, formatBytes } from '../common';
import { SqlCode } from '../SqlEditor';
import { markStatements } from './markStatements';
import { Section } from './Section';
import { saveTextFile } from './saveTextFile';

/** @internal */
export const MAX_SHOWN_BYTES = 1_000_000;

/**
 * The script exactly as it ran. One that is too large for the page can only be downloaded.
 *
 * @internal
 */
export function SqlContent(props: {
  task: Task;
  connection: Connection | undefined;
  /** The line that is to be shown, from 1. */
  wanted: { line: number } | undefined;
}) {
  const { task, connection, wanted } = props;
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  const isShown = task.scriptBytes <= MAX_SHOWN_BYTES;
  const { data, error, refresh } = usePolling({
    key: isShown ? task.id : undefined,
    load: () => api.getScript(task.id),
    intervalMs: () => undefined,
  });
  const { dialect } = connection ?? {};
  const { delimiter } = task;
  const marks = useMemo(
    () =>
      data !== undefined && dialect
        ? markStatements(data, { dialect, delimiter })
        : undefined,
    [data, dialect, delimiter],
  );
  const navigate = useNavigate();
  const searchStatements = useStatementsSearch();
  const goTo = useRef((_: number) => {});
  goTo.current = statement =>
    navigate({ search: searchStatements({ statement }) });
  const onMark = useCallback(
    (statement: number) => goTo.current(statement),
    [],
  );
  const download = async () =>
    saveTextFile(`${task.name}.sql`, await api.getScriptFile(task.id));

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
      {data !== undefined && (
        <SqlCode
          sql={data}
          maxHeight={420}
          dialect={dialect}
          marks={marks}
          onMark={onMark}
          wanted={wanted}
        />
      )}
    </Section>
  );
}
