import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCloseLine, RiFileCopyLine, RiLink } from '@remixicon/react';
import { useTexts } from '../../translations';
import { describeError, formatCount, roughPercent } from '../common';
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
  /** Whether the log is known to end before them. */
  isBeyondEnd: boolean;
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
      <span className={styles.notice}>
        <CopyNotice copy={copy} />
        {copy.cancel && (
          <Button variant="tertiary" size="small" onPress={copy.cancel}>
            {t('common.cancel')}
          </Button>
        )}
        <span aria-live="polite">{notice}</span>
      </span>
      {copy.isTooMuch && (
        <LogDownload {...props.download}>
          {t('taskLogs.download.whole', { number: cache.total })}
        </LogDownload>
      )}
      <LineCount log={log} />
    </div>
  );
}

/** While it is under way, those to whom it is read out are told a few times at most. */
function CopyNotice({ copy: { notice, progress } }: { copy: LogCopy }) {
  const t = useTexts();
  const describe = (read: number, total: number) =>
    t('taskLogs.copy.progress', { read, total });
  const { read, total } = progress ?? { read: 0, total: 0 };
  const roughly = Math.floor((total * roughPercent(read, total)) / 100);
  return (
    <span aria-live="polite">
      {progress ? (
        <>
          <span aria-hidden>{describe(read, total)}</span>
          <VisuallyHidden>{describe(roughly, total)}</VisuallyHidden>
        </>
      ) : (
        notice
      )}
    </span>
  );
}

function LineCount({ log }: { log: Log }) {
  const { cache, retry } = log;
  const t = useTexts();
  // Where there are no lines, it stands in their place.
  const error = cache.total > 0 ? log.error : undefined;
  if (!cache.error && !error) {
    return (
      <span className={styles.total}>
        {!log.isLoading && t('taskLogs.lines', { count: cache.total })}
      </span>
    );
  }
  return (
    <span className={styles.total} role="status">
      {error
        ? t('taskLogs.lines.stopped', { reason: describeError(error, t) })
        : t('taskLogs.lines.failed')}
      <Button
        variant="tertiary"
        size="small"
        onPress={() => {
          cache.retry();
          if (error) {
            retry();
          }
        }}
      >
        {t('taskLogs.lines.tryAgain')}
      </Button>
    </span>
  );
}

function Marked(props: LogFooterProps & { marked: MarkedLines }) {
  const { copy, marked, onUnmark } = props;
  const { from, to } = marked;
  const t = useTexts();
  const count = to - from + 1;
  const words = {
    from: formatCount(from + 1, t),
    to: formatCount(to + 1, t),
  };
  return (
    <span className={styles.marked}>
      {props.isBeyondEnd ? (
        t('taskLogs.marked.notThere', { number: words.from })
      ) : (
        <>
          {t('taskLogs.marked', { count, ...words })}
          <Button
            variant="tertiary"
            size="small"
            iconStart={<RiLink />}
            onPress={() => copy.copyLink(marked)}
          >
            <span className={styles.label}>
              {t('taskLogs.marked.copyLink', { count })}
            </span>
          </Button>
          <Button
            variant="tertiary"
            size="small"
            iconStart={<RiFileCopyLine />}
            onPress={() => copy.copyLines(marked)}
          >
            <span className={styles.label}>
              {t('taskLogs.marked.copyLines', { count })}
            </span>
          </Button>
        </>
      )}
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiCloseLine />}
        onPress={onUnmark}
      >
        <span className={styles.label}>{t('taskLogs.marked.clear')}</span>
      </Button>
    </span>
  );
}
