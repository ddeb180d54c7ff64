import { RefObject } from 'react';
import { Button, Checkbox } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { LogLevelFilter } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { LogFind, LogFindBar } from './find';
import { LevelButtons } from './LevelButtons';
import { MAX_WRAPPED_LINES } from './list';
import { LogDownload } from './LogDownload';
import styles from './TaskLogs.module.css';
import { LevelCounts } from './useLevelCounts';

/** @internal */
export interface LogToolbarProps {
  taskId: string;
  level: LogLevelFilter;
  onLevel(level: LogLevelFilter): void;
  counts: LevelCounts | undefined;
  find: LogFind;
  /** The part of the page that the log takes. */
  root: RefObject<HTMLElement>;
  isFollowing: boolean;
  /** Undefined where there is nothing to follow, because the task is over. */
  onFollow: ((isFollowing: boolean) => void) | undefined;
  isWrapped: boolean;
  /** Undefined where the log is too long for it. */
  onWrap: ((isWrapped: boolean) => void) | undefined;
  onCopy(): void;
}

/**
 * What can be done with the log.
 *
 * @internal
 */
export function LogToolbar(props: LogToolbarProps) {
  const { taskId, level, onFollow, onWrap } = props;
  const t = useTexts();
  return (
    <div className={styles.toolbar}>
      <div className={styles.levels}>
        <LevelButtons {...props} />
      </div>
      <div className={styles.find}>
        <LogFindBar find={props.find} within={props.root} />
      </div>
      <div className={styles.options}>
        <Checkbox
          isSelected={props.isFollowing}
          isDisabled={!onFollow}
          onChange={onFollow}
        >
          {t('taskLogs.follow')}
        </Checkbox>
        <span
          title={
            onWrap
              ? undefined
              : t('taskLogs.wrap.tooLong', {
                  number: MAX_WRAPPED_LINES,
                })
          }
        >
          <Checkbox
            isSelected={props.isWrapped}
            isDisabled={!onWrap}
            onChange={onWrap}
          >
            {t('taskLogs.wrap')}
          </Checkbox>
        </span>
        <Button
          variant="tertiary"
          iconStart={<RiFileCopyLine />}
          onPress={props.onCopy}
        >
          {t('taskLogs.copy')}
        </Button>
        <LogDownload taskId={taskId} level={level} />
      </div>
    </div>
  );
}
