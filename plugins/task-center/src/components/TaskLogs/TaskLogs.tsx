import {
  CSSProperties,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button, Skeleton } from '@backstage/ui';
import { RiArrowDownLine } from '@remixicon/react';
import {
  isFinalStatus,
  LogLevelFilter,
  Task,
} from 'backstage-plugin-task-center-common';
import {
  ErrorPlaceholder,
  formatCount,
  formatQuantity,
  Placeholder,
} from '../common';
import { useStatementsSearch } from '../../hooks';
import { FixedLogList } from './FixedLogList';
import { LogListHandle } from './LogListProps';
import { LogToolbar } from './LogToolbar';
import { MAX_WRAPPED_LINES, WrappedLogList } from './WrappedLogList';
import styles from './TaskLogs.module.css';
import { createLogTimeFormat } from './formatLogTime';
import { copyLog } from './logText';
import { useAlertCount } from './useAlertCount';
import { Log, useLog } from './useLog';
import { useLogFind } from './useLogFind';

/** @internal */
export interface TaskLogsProps {
  task: Task;
}

/**
 * A task's log, which grows in place while the task goes on.
 *
 * @internal
 */
export function TaskLogs({ task }: TaskLogsProps) {
  const [level, setLevel] = useState<LogLevelFilter>('all');
  const [isWrapped, setIsWrapped] = useState(false);
  const [notice, setNotice] = useState('');
  const isFinal = isFinalStatus(task.status);
  const log = useLog(task, level);
  const { cache } = log;
  const list = useRef<LogListHandle>(null);
  const follow = useFollowState(!isFinal, cache.total);
  const find = useLogFind({
    taskId: task.id,
    level,
    log: cache,
    onShow: position => {
      follow.stop();
      list.current?.show(position);
    },
  });
  const alerts = useAlertCount(task);
  const timeFormat = useMemo(
    () =>
      createLogTimeFormat(
        task.createdAt,
        task.finishedAt ?? new Date().toISOString(),
      ),
    [task.createdAt, task.finishedAt],
  );
  const searchStatements = useStatementsSearch();
  const statementSearch = useCallback(
    (statement: number) => searchStatements({ statement }),
    [searchStatements],
  );

  const canWrap = cache.total <= MAX_WRAPPED_LINES;
  const List = isWrapped && canWrap ? WrappedLogList : FixedLogList;
  const copy = () =>
    copyLog(cache, list.current?.element() ?? null).then(setNotice, error =>
      setNotice(`It could not be copied: ${error.message}`),
    );

  return (
    <section
      className={styles.root}
      aria-label="Task Logs"
      style={
        {
          '--statement-width': statementWidth(task.totalStatements),
        } as CSSProperties
      }
    >
      <LogToolbar
        taskId={task.id}
        level={level}
        onLevel={setLevel}
        alerts={alerts}
        find={find}
        isFollowing={follow.isFollowing && !isFinal}
        onFollow={isFinal ? undefined : follow.set}
        isWrapped={isWrapped && canWrap}
        onWrap={canWrap ? setIsWrapped : undefined}
        onCopy={copy}
      />
      <div className={styles.frame}>
        {cache.total > 0 ? (
          <List
            key={`${level} ${isWrapped}`}
            ref={list}
            cache={cache}
            total={cache.total}
            timeFormat={timeFormat}
            needle={find.needle}
            currentLine={find.currentLine}
            statementSearch={statementSearch}
            isFollowing={follow.isFollowing}
            onScrolled={follow.onScrolled}
            onInSight={follow.onInSight}
          />
        ) : (
          <Nothing log={log} level={level} isFinal={isFinal} />
        )}
        {follow.unseen > 0 && (
          <div className={styles.unseen}>
            <Button
              variant="primary"
              iconEnd={<RiArrowDownLine />}
              onPress={() => follow.set(true)}
            >
              {formatQuantity(follow.unseen, 'new line')}
            </Button>
          </div>
        )}
      </div>
      <div className={styles.footer}>
        <span aria-live="polite">{notice}</span>
        <span>
          {cache.error
            ? 'Some lines could not be loaded. '
            : formatQuantity(cache.total, 'line')}
          {cache.error && (
            <Button variant="tertiary" onPress={() => cache.retry()}>
              Try again
            </Button>
          )}
        </span>
      </div>
    </section>
  );
}

/** Room for the largest number, with its `#`. */
function statementWidth(totalStatements: number = 0): string {
  return `${Math.max(5, formatCount(totalStatements).length + 1)}ch`;
}

function Nothing(props: { log: Log; level: LogLevelFilter; isFinal: boolean }) {
  const { log, level, isFinal } = props;
  if (log.error) {
    return (
      <ErrorPlaceholder
        error={log.error}
        subject="The log"
        onRetry={log.retry}
      />
    );
  }
  if (log.isLoading) {
    return (
      <div
        className={styles.skeleton}
        role="status"
        aria-label="Loading the log"
      >
        {[62, 48, 71, 55, 40, 66, 52, 45].map(width => (
          <Skeleton key={width} width={`${width}%`} height={12} />
        ))}
      </div>
    );
  }
  return level === 'alert' ? (
    <Placeholder title="No alerts">
      {isFinal
        ? 'There was no warning and no error.'
        : 'There has been no warning and no error so far.'}
    </Placeholder>
  ) : (
    <Placeholder title="No log lines">
      {isFinal
        ? 'The task left no log.'
        : 'The log appears here as the task goes on.'}
    </Placeholder>
  );
}

/** Whether the end is kept in sight, and how many lines have come that the person has not seen. */
function useFollowState(initially: boolean, total: number) {
  const [isFollowing, setIsFollowing] = useState(initially);
  const seen = useRef(total);
  const [, redraw] = useState(0);
  if (isFollowing) {
    seen.current = total;
  }
  const set = useCallback(
    (following: boolean) => setIsFollowing(following),
    [],
  );
  const stop = useCallback(() => setIsFollowing(false), []);
  const onInSight = useCallback((last: number) => {
    if (last + 1 > seen.current) {
      seen.current = last + 1;
      redraw(n => n + 1);
    }
  }, []);
  // Lines that were there when the log was opened are not news.
  const isFirstCount = useRef(true);
  useEffect(() => {
    if (isFirstCount.current && total > 0) {
      isFirstCount.current = false;
      seen.current = Math.max(seen.current, total);
      redraw(n => n + 1);
    }
  }, [total]);
  return {
    isFollowing,
    set,
    stop,
    onScrolled: set,
    onInSight,
    unseen: isFirstCount.current ? 0 : Math.max(0, total - seen.current),
  };
}
