import { RefObject, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogLevelFilter, LogLine } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTaskCenterLinks } from '../../hooks';
import { PageCache } from '../../longList';
import { useTexts } from '../../translations';
import { describeError, writeClipboard } from '../common';
import { findPosition } from './findPosition';
import { LogListHandle, selectedLines } from './list';
import { MAX_COPIED_LINES, readLogText } from './logText';
import { formatMarkedLines, MarkedLines } from './MarkedLines';

/** @internal */
export interface CopyProgress {
  read: number;
  total: number;
}

/**
 * Puts parts of a log on the clipboard.
 *
 * @internal
 */
export interface LogCopy {
  /** What came of it, in words. */
  notice: string;
  /** How far it has come, in lines, when they are not all read at once. */
  progress: CopyProgress | undefined;
  /** Whether there was too much of it, so that a download is offered. */
  isTooMuch: boolean;
  /** Given while lines are read that are to be copied. */
  cancel: (() => void) | undefined;
  /** Copies the text that is selected, or else the lines that are, or else all lines of the level. */
  copy(): Promise<void>;
  /** Copies those of the lines that are of the level. */
  copyLines(lines: MarkedLines): Promise<void>;
  copyLink(lines: MarkedLines): Promise<void>;
}

interface Outcome {
  notice: string;
  isTooMuch?: boolean;
  reading?: AbortController;
  progress?: CopyProgress;
}

/** @internal */
export function useLogCopy(options: {
  taskId: string;
  level: LogLevelFilter;
  cache: PageCache<LogLine>;
  list: RefObject<LogListHandle>;
  marked: MarkedLines | undefined;
}): LogCopy {
  const { taskId, level, cache, list, marked } = options;
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  const links = useTaskCenterLinks();
  const [outcome, setOutcome] = useState<Outcome>({ notice: '' });
  const newest = useRef<AbortController>();
  useEffect(
    () => () => {
      newest.current?.abort();
      setOutcome({ notice: '' });
    },
    [cache],
  );

  /** Only the last of several that are under way is told of. */
  const attempt = async (work: (signal: AbortSignal) => Promise<Outcome>) => {
    newest.current?.abort();
    const reading = new AbortController();
    const { signal } = reading;
    newest.current = reading;
    try {
      setOutcome({ notice: '', reading });
      const done = await work(signal);
      if (!signal.aborted) {
        setOutcome(done);
      }
    } catch (error) {
      if (!signal.aborted) {
        const reason = describeError(error as Error, t);
        setOutcome({ notice: t('taskLogs.copy.failed', { reason }) });
      }
    }
  };

  const copyRange = async (from: number, to: number, signal: AbortSignal) => {
    const wanted = Math.min(to, cache.total - 1) - from + 1;
    if (wanted > MAX_COPIED_LINES) {
      const notice = t('taskLogs.copy.tooMany', {
        number: wanted,
        max: MAX_COPIED_LINES,
      });
      return { notice, isTooMuch: true };
    }
    if (wanted <= 0) {
      return { notice: t('taskLogs.copy.none') };
    }
    let count = 0;
    await writeClipboard(async () => {
      const lines = { level, from, to: from + wanted - 1 };
      const read = await readLogText(api, taskId, lines, {
        signal,
        onProgress: done => {
          if (done < wanted && !signal.aborted) {
            const progress = { read: done, total: wanted };
            setOutcome(before => ({ ...before, progress }));
          }
        },
      });
      count = read.count;
      return read.text;
    });
    return { notice: t('taskLogs.copy.lines', { count }) };
  };
  const copyLines = ({ from, to }: MarkedLines) =>
    attempt(async signal => {
      const [first, behind] = await Promise.all(
        [from, to + 1].map(index =>
          findPosition(api, { taskId, level, index, signal }),
        ),
      );
      return copyRange(first, behind - 1, signal);
    });

  return {
    notice: outcome.notice,
    progress: outcome.progress,
    isTooMuch: outcome.isTooMuch ?? false,
    cancel:
      outcome.reading && outcome.progress
        ? () => {
            outcome.reading?.abort();
            setOutcome({ notice: t('taskLogs.copy.cancelled') });
          }
        : undefined,
    copy: async () => {
      const selected = selectedLines(cache, list.current?.element() ?? null);
      if (selected) {
        await attempt(async () => {
          await navigator.clipboard.writeText(selected);
          return { notice: t('taskLogs.copy.selection') };
        });
      } else if (marked) {
        await copyLines(marked);
      } else {
        await attempt(signal => copyRange(0, cache.total - 1, signal));
      }
    },
    copyLines,
    copyLink: linked =>
      attempt(async () => {
        const path = links.logLines(taskId, formatMarkedLines(linked));
        const url = new URL(path, window.location.href);
        await navigator.clipboard.writeText(url.href);
        return { notice: t('taskLogs.marked.linkCopied') };
      }),
  };
}
