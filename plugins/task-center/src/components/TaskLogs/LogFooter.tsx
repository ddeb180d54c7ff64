import { Button } from '@backstage/ui';
import { RiCloseLine, RiFileCopyLine, RiLink } from '@remixicon/react';
import { useTexts } from '../../translations';
import { formatCount } from '../common';
import { LogDownload } from './LogDownload';
import { MarkedLines } from './MarkedLines';
import styles from './TaskLogs.module.css';
import { LogCopy } from './useLogCopy';
import { Log } from './useLog';

/** @internal */
export interface LogFooterProps {
  log: Log;
  copy: LogCopy;
  marked: MarkedLines | undefined;
  onUnmark(): void;
  /** What is to be said beside what came of copying. */
  notice: string | undefined;
  download: Parameters<typeof LogDownload>[0];
}

/**
 * What stands below the lines: how many there are, what can be done with those that are marked, and what came of it.
 *
 * @internal
 */
export function LogFooter(props: LogFooterProps) {
  const { log, copy, marked, notice } = props;
  const { cache } = log;
  const t = useTexts();
  return (
    <div className={styles.footer}>
      {marked && <Marked {...props} marked={marked} />}
      <span className={styles.notice} aria-live="polite">
        {notice ?? copy.notice}
      </span>
      {copy.isTooMuch && (
        <LogDownload {...props.download}>
          {t('taskLogs.download.whole', { number: cache.total })}
        </LogDownload>
      )}
      <span className={styles.total}>
        {cache.error
          ? t('taskLogs.lines.failed')
          : t('taskLogs.lines', {
              count: cache.total,
            })}
        {cache.error && (
          <Button variant="tertiary" size="small" onPress={() => cache.retry()}>
            {t('taskLogs.lines.tryAgain')}
          </Button>
        )}
      </span>
    </div>
  );
}

function Marked(props: LogFooterProps & { marked: MarkedLines }) {
  const { copy, marked, onUnmark } = props;
  const { from, to } = marked;
  const t = useTexts();
  const count = to - from + 1;
  return (
    <span className={styles.marked}>
      {t('taskLogs.marked', {
        ...{
          count,
          from: formatCount(from + 1, t),
          to: formatCount(to + 1, t),
        },
      })}
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiLink />}
        onPress={() => copy.copyLink(marked)}
      >
        {t('taskLogs.marked.copyLink', { count })}
      </Button>
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiFileCopyLine />}
        onPress={() => copy.copyLines(marked)}
      >
        {t('taskLogs.marked.copyLines', { count })}
      </Button>
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiCloseLine />}
        onPress={onUnmark}
      >
        {t('taskLogs.marked.clear')}
      </Button>
    </span>
  );
}
