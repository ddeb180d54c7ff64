import { CSSProperties, useEffect, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiArrowDownLine } from '@remixicon/react';
import { isFinalStatus, Task } from 'backstage-plugin-task-center-common';
import { useIsNarrow } from '../../hooks';
import { Texts, useTexts } from '../../translations';
import { formatCount } from '../common';
import { describeShortcoming, useLogFind } from './find';
import {
  FixedLogList,
  LogListHandle,
  MAX_WRAPPED_LINES,
  WrappedLogList,
} from './list';
import { LogFooter } from './LogFooter';
import { LogToolbar } from './LogToolbar';
import { MarkedLines } from './MarkedLines';
import { NoLogLines } from './NoLogLines';
import { useLineSelection, useLogListEvents } from './select';
import styles from './TaskLogs.module.css';
import { useFollowState } from './useFollowState';
import { useLevelCounts } from './useLevelCounts';
import { useLineProps } from './useLineProps';
import { Log, useLog } from './useLog';
import { useLogAddress } from './useLogAddress';
import { useLogCopy } from './useLogCopy';
import { useShowLine } from './useShowLine';

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
  const root = useRef<HTMLElement>(null);
  const list = useRef<LogListHandle>(null);
  const address = useLogAddress();
  const { level, setLevel, marked } = address;
  const isNarrow = useIsNarrow();
  const [isWrapped = isNarrow, setIsWrapped] = useState<boolean>();
  const isFinal = isFinalStatus(task.status);
  const log = useLog(task, level);
  const { cache } = log;
  const follow = useFollowState(level, {
    initially: !isFinal && !marked,
    total: cache.total,
  });
  const selection = useLineSelection({ cache, ...address });
  const show = useShowLine({
    ...{ taskId: task.id, level, list },
    onShow: position => {
      follow.set(false);
      selection.setActive(position);
    },
  });
  const find = useLogFind({
    ...{ taskId: task.id, level, total: cache.total },
    startLine: () => {
      const position = list.current?.inSight().first ?? 0;
      return cache.get(position)?.index ?? position;
    },
    onGoTo: show,
  });
  const copy = useLogCopy({
    ...{ taskId: task.id, level, cache, list, marked },
  });
  const counts = useLevelCounts(task, log.attempt);
  const { searchStatement, ...lineProps } = useLineProps(task, address);
  const events = useLogListEvents({
    ...{ cache, list, selection, searchStatement, total: cache.total },
    hasMarked: marked !== undefined,
    onMoved: position => follow.set(position === cache.total - 1),
    onDraw: () => follow.set(false),
    onCopy: copy.copy,
  });
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
          '--number-width': numberWidth(t, cache.total),
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
            {...{ cache, total: cache.total, marked, events }}
            active={selection.active}
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
        isBeyondEnd={
          marked !== undefined &&
          isFinal &&
          level === 'all' &&
          !log.isLoading &&
          marked.from >= cache.total
        }
        onUnmark={selection.clear}
        notice={describeShortcoming(find, t)}
        download={{ taskId: task.id, level }}
      />
    </section>
  );
}

/** Room for the largest number, and so much at least that a log seldom outgrows it and moves what stands beside. */
function numberWidth(t: Texts, total: number): string {
  return `${formatCount(Math.max(total, 100_000), t).length}ch`;
}

/** Room for the largest number, with its `#`. */
function statementWidth(t: Texts, totalStatements: number = 0): string {
  return `${Math.max(5, formatCount(totalStatements, t).length + 1)}ch`;
}

/** Brings the lines in sight that the address names, once when the log of a level is opened. */
function useGoingToMarked(options: {
  log: Log;
  marked: MarkedLines | undefined;
  show(index: number): Promise<void>;
}) {
  const { cache, isLoading } = options.log;
  const opened = useRef<unknown>();
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const { log, marked, show } = latest.current;
    if (isLoading || log.error || opened.current === cache) {
      return;
    }
    opened.current = cache;
    if (marked) {
      show(marked.from);
    }
  }, [cache, isLoading]);
}
