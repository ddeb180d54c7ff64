import {
  CSSProperties,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from '@backstage/ui';
import { RiArrowDownLine } from '@remixicon/react';
import { useApi } from '@backstage/frontend-plugin-api';
import { isFinalStatus, Task } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useStatementsSearch } from '../../hooks';
import { Texts, useTexts } from '../../translations';
import { formatCount } from '../common';
import { describeShortcoming, useLogFind } from './find';
import { findPosition } from './findPosition';
import { createLogTimeFormat } from './formatLogTime';
import {
  FixedLogList,
  LogListHandle,
  MAX_WRAPPED_LINES,
  WrappedLogList,
} from './list';
import { LogFooter } from './LogFooter';
import { LogToolbar } from './LogToolbar';
import { extendMarkedLines, MarkedLines } from './MarkedLines';
import { NoLogLines } from './NoLogLines';
import styles from './TaskLogs.module.css';
import { useFollowState } from './useFollowState';
import { useLevelCounts } from './useLevelCounts';
import { Log, useLog } from './useLog';
import { LogAddress, useLogAddress } from './useLogAddress';
import { useLogCopy } from './useLogCopy';

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
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  const root = useRef<HTMLElement>(null);
  const list = useRef<LogListHandle>(null);
  const address = useLogAddress();
  const { level, setLevel, marked } = address;
  const [isWrapped, setIsWrapped] = useState(false);
  const isFinal = isFinalStatus(task.status);
  const log = useLog(task, level);
  const { cache } = log;
  const follow = useFollowState(level, {
    initially: !isFinal && !marked,
    total: cache.total,
  });
  const show = async (index: number) => {
    const line = { taskId: task.id, level, index };
    const position = await findPosition(api, line);
    follow.set(false);
    list.current?.show(position);
  };
  const find = useLogFind({
    ...{ taskId: task.id, level, total: cache.total },
    startLine: () => {
      const position = list.current?.firstInSight() ?? 0;
      return cache.get(position)?.index ?? position;
    },
    onGoTo: line => show(line).catch(() => {}),
  });
  const copy = useLogCopy({ ...{ taskId: task.id, level, cache, list } });
  const counts = useLevelCounts(task);
  const lineProps = useLineProps(task, address);
  useGoingToMarked({ log, marked, show });

  const canWrap = cache.total <= MAX_WRAPPED_LINES;
  const List = isWrapped && canWrap ? WrappedLogList : FixedLogList;
  return (
    <section
      ref={root}
      className={styles.root}
      aria-label={t('taskLogs.title')}
      style={
        {
          '--statement-width': statementWidth(t, task.totalStatements),
        } as CSSProperties
      }
    >
      <LogToolbar
        {...{ taskId: task.id, level, counts, find, root }}
        onLevel={setLevel}
        isFollowing={follow.isFollowing && !isFinal}
        onFollow={isFinal ? undefined : follow.set}
        isWrapped={isWrapped && canWrap}
        onWrap={canWrap ? setIsWrapped : undefined}
        onCopy={copy.copy}
      />
      <div className={styles.frame}>
        {cache.total > 0 ? (
          <List
            key={`${level} ${isWrapped}`}
            ref={list}
            {...lineProps}
            {...{ cache, total: cache.total, marked }}
            marker={find.marker}
            currentLine={find.finder?.currentLine}
            isFollowing={follow.isFollowing}
            onScrolled={follow.set}
            onInSight={follow.onInSight}
          />
        ) : (
          <NoLogLines {...{ log, level, isFinal }} />
        )}
        {follow.unseen > 0 && (
          <div className={styles.unseen}>
            <Button
              variant="primary"
              iconEnd={<RiArrowDownLine />}
              onPress={() => follow.set(true)}
            >
              {t('taskLogs.lines.new', {
                count: follow.unseen,
              })}
            </Button>
          </div>
        )}
      </div>
      <LogFooter
        {...{ log, copy, marked }}
        onUnmark={() => address.mark(undefined)}
        notice={describeShortcoming(find, t)}
        download={{ taskId: task.id, level }}
      />
    </section>
  );
}

/** Room for the largest number, with its `#`. */
function statementWidth(t: Texts, totalStatements: number = 0): string {
  return `${Math.max(5, formatCount(totalStatements, t).length + 1)}ch`;
}

/** What lines need, and what stays the same as long as it can, so that they are not drawn again. */
function useLineProps(task: Task, address: LogAddress) {
  const { createdAt, finishedAt } = task;
  const { searchFor } = address;
  const latest = useRef(address);
  latest.current = address;
  const timeFormat = useMemo(
    () =>
      createLogTimeFormat(createdAt, finishedAt ?? new Date().toISOString()),
    [createdAt, finishedAt],
  );
  const searchStatements = useStatementsSearch();
  const statementSearch = useCallback(
    (statement: number) => searchStatements({ statement }),
    [searchStatements],
  );
  const lineSearch = useCallback(
    (index: number) => searchFor({ from: index, to: index }),
    [searchFor],
  );
  const onMark = useCallback((index: number, isRange: boolean) => {
    const { marked, mark } = latest.current;
    mark(extendMarkedLines(isRange ? marked : undefined, index));
  }, []);
  return { timeFormat, statementSearch, lineSearch, onMark };
}

/** Brings the lines in sight that the address names, when the log of a level is opened. */
function useGoingToMarked(options: {
  log: Log;
  marked: MarkedLines | undefined;
  show(index: number): Promise<void>;
}) {
  const { cache, isLoading } = options.log;
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const { marked, show } = latest.current;
    if (!isLoading && marked) {
      show(marked.from).catch(() => {});
    }
  }, [cache, isLoading]);
}
