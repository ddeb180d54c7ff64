import { useState } from 'react';
import { Link, Text } from '@backstage/ui';
import {
  isFinalStatus,
  ResultSet,
  Task,
} from 'backstage-plugin-task-center-common';
import { useConnections, useTaskCenterLinks } from '../../hooks';
import { useTexts } from '../../translations';
import { ErrorPlaceholder } from '../common';
import { RetentionMenu } from '../TaskResults';
import { BundleDialog } from './bundle';
import { DownloadDialog } from './download/DownloadDialog';
import { NoResults } from './NoResults';
import { numberResultSets } from './numberResultSets';
import { ResultActions } from './ResultActions';
import { ResultTabs } from './ResultTabs';
import { SqlWindowSkeleton } from './SqlWindowSkeleton';
import styles from './SqlWindow.module.css';
import { useResultSets } from './useResultSets';
import { useStatements } from './useStatements';

const TABS_AT_ONCE = 24;

/** @internal */
export interface SqlWindowProps {
  task: Task;
  /** The number of the result set to show, from 1. Default: the first. */
  resultSet?: number;
  /** Called after something has been done to the results. */
  onChanged(): Promise<void>;
}

/**
 * The result sets of a task, one at a time.
 *
 * @internal
 */
export function SqlWindow({ task, resultSet, onChanged }: SqlWindowProps) {
  const t = useTexts();
  const links = useTaskCenterLinks();
  const { data: resultSets, error, refresh } = useResultSets(task);
  const connection = useConnections().find(task.connection);
  const [asked, setAsked] = useState<'bundle' | 'download'>();
  const close = () => setAsked(undefined);
  const selected =
    resultSets?.find(({ index }) => index === resultSet) ?? resultSets?.[0];
  const shown = tabsAround(resultSets ?? [], selected);
  const statements = useStatements(
    task.id,
    (asked === 'bundle' ? resultSets ?? [] : shown).map(set => set.statement),
    isFinalStatus(task.status),
  );

  return (
    <div className={styles.window}>
      <div className={styles.title}>
        <Text as="h1" variant="title-x-small" weight="bold" truncate>
          <Link href={links.task(task.id)} variant="title-x-small" standalone>
            {task.name}
          </Link>{' '}
          <span className={styles.secondary} aria-hidden>
            ›
          </span>{' '}
          {t('sqlWindow.title')}
        </Text>
        {selected && (
          <div className={styles.actions}>
            <RetentionMenu task={task} onChanged={onChanged} />
            <ResultActions
              task={task}
              onBundle={() => setAsked('bundle')}
              onDownload={() => setAsked('download')}
            />
          </div>
        )}
      </div>
      <Content
        task={task}
        resultSets={resultSets}
        error={error}
        onRetry={refresh}
      />
      {selected && (
        <ResultTabs
          task={task}
          connection={connection}
          resultSets={resultSets!}
          shown={shown}
          selected={selected}
          statements={statements}
        />
      )}
      {asked === 'download' && selected && (
        <DownloadDialog
          task={task}
          resultSets={resultSets!}
          selected={selected}
          selectedNumber={numberResultSets(resultSets!).get(selected.index)!}
          onClose={close}
        />
      )}
      {asked === 'bundle' && selected && (
        <BundleDialog
          task={task}
          resultSets={resultSets!}
          connection={connection}
          selected={selected.index}
          statementText={number => statements.get(number)?.text}
          onClose={close}
        />
      )}
    </div>
  );
}

function Content(props: {
  task: Task;
  resultSets: ResultSet[] | undefined;
  error: Error | undefined;
  onRetry(): void;
}) {
  const t = useTexts();
  const { task, resultSets, error, onRetry } = props;
  if (resultSets?.length) {
    return null;
  }
  if (error && !resultSets) {
    return (
      <ErrorPlaceholder
        error={error}
        subject={t('sqlWindow.subject')}
        onRetry={onRetry}
      />
    );
  }
  const isLoading = !resultSets && task.actions.includes('readResults');
  return isLoading ? <SqlWindowSkeleton /> : <NoResults task={task} />;
}

function tabsAround(
  resultSets: ResultSet[],
  selected: ResultSet | undefined,
): ResultSet[] {
  const position = Math.max(0, resultSets.indexOf(selected!));
  const first = Math.floor(position / TABS_AT_ONCE) * TABS_AT_ONCE;
  return resultSets.slice(first, first + TABS_AT_ONCE);
}
