import { useState } from 'react';
import { Button, Link, Text } from '@backstage/ui';
import { RiArchiveLine } from '@remixicon/react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  isFinalStatus,
  ResultSet,
  Task,
} from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTaskCenterLinks } from '../../hooks';
import { DownloadLink, ErrorPlaceholder } from '../common';
import { BundleDialog } from './bundle';
import { NoResults } from './NoResults';
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
}

/**
 * The result sets of a task, one at a time.
 *
 * @internal
 */
export function SqlWindow({ task, resultSet }: SqlWindowProps) {
  const api = useApi(taskCenterApiRef);
  const links = useTaskCenterLinks();
  const { data: resultSets, error, refresh } = useResultSets(task);
  const hasResults = Boolean(resultSets?.length);
  const [isBundling, setIsBundling] = useState(false);
  const selected =
    resultSets?.find(({ index }) => index === resultSet) ?? resultSets?.[0];
  const shown = tabsAround(resultSets ?? [], selected);
  const statements = useStatements(
    task.id,
    (isBundling ? resultSets ?? [] : shown).map(set => set.statement),
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
          Results
        </Text>
        <div className={styles.actions}>
          {hasResults && (
            <DownloadLink
              id={`results ${task.id}`}
              getUrl={() => api.resultsDownloadUrl(task.id)}
            >
              Download Results
            </DownloadLink>
          )}
          {hasResults && (
            <Button
              variant="secondary"
              iconStart={<RiArchiveLine />}
              onPress={() => setIsBundling(true)}
            >
              Bundle selected
            </Button>
          )}
        </div>
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
          resultSets={resultSets!}
          shown={shown}
          selected={selected}
          statements={statements}
        />
      )}
      {isBundling && selected && (
        <BundleDialog
          task={task}
          resultSets={resultSets!}
          selected={selected.index}
          statementText={number => statements.get(number)?.text}
          onClose={() => setIsBundling(false)}
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
  const { task, resultSets, error, onRetry } = props;
  if (resultSets?.length) {
    return null;
  }
  if (error && !resultSets) {
    return (
      <ErrorPlaceholder error={error} subject="The results" onRetry={onRetry} />
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
