import { RefObject, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogLevelFilter, LogLine } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { useTaskCenterLinks } from '../../hooks';
import { PageCache } from '../../longList';
import { useTexts } from '../../translations';
import { LogListHandle, selectedLines } from './list';
import { MAX_COPIED_LINES, readLogText } from './logText';
import { formatMarkedLines, MarkedLines } from './MarkedLines';

/**
 * Puts parts of a log on the clipboard.
 *
 * @internal
 */
export interface LogCopy {
  /** What came of it, in words. */
  notice: string;
  /** Whether there was too much of it, so that a download is offered. */
  isTooMuch: boolean;
  /** Copies what is selected, or else all lines of the level. */
  copy(): Promise<void>;
  copyLines(lines: MarkedLines): Promise<void>;
  copyLink(lines: MarkedLines): Promise<void>;
}

/** @internal */
export function useLogCopy(options: {
  taskId: string;
  level: LogLevelFilter;
  cache: PageCache<LogLine>;
  list: RefObject<LogListHandle>;
}): LogCopy {
  const { taskId, level, cache, list } = options;
  const t = useTexts();
  const api = useApi(taskCenterApiRef);
  const links = useTaskCenterLinks();
  const [outcome, setOutcome] = useState({ notice: '', isTooMuch: false });

  const say = (notice: string) => setOutcome({ notice, isTooMuch: false });
  const attempt = async (work: () => Promise<string>) => {
    try {
      say(await work());
    } catch (error: any) {
      say(t('taskLogs.copy.failed', { reason: error.message }));
    }
  };
  const copyRange = async (from: number, to: number, of: LogLevelFilter) => {
    const wanted = to - from + 1;
    if (wanted > MAX_COPIED_LINES) {
      const notice = t('taskLogs.copy.tooMany', {
        number: wanted,
        max: MAX_COPIED_LINES,
      });
      setOutcome({ notice, isTooMuch: true });
      return;
    }
    await attempt(async () => {
      const lines = { level: of, from, to };
      const { text, count } = await readLogText(api, taskId, lines);
      await navigator.clipboard.writeText(text);
      return t('taskLogs.copy.lines', { count });
    });
  };

  return {
    ...outcome,
    copy: async () => {
      const selected = selectedLines(cache, list.current?.element() ?? null);
      if (!selected) {
        await copyRange(0, cache.total - 1, level);
        return;
      }
      await attempt(async () => {
        await navigator.clipboard.writeText(selected);
        return t('taskLogs.copy.selection');
      });
    },
    copyLines: ({ from, to }) => copyRange(from, to, 'all'),
    copyLink: marked =>
      attempt(async () => {
        const path = links.logLines(taskId, formatMarkedLines(marked));
        const url = new URL(path, window.location.href);
        await navigator.clipboard.writeText(url.href);
        return t('taskLogs.marked.linkCopied');
      }),
  };
}
