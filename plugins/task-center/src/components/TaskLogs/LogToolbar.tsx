import { KeyboardEvent } from 'react';
import {
  Button,
  ButtonIcon,
  Checkbox,
  SearchField,
  ToggleButton,
} from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogLevelFilter } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { DownloadLink, SegmentedButtons, formatCount } from '../common';
import styles from './TaskLogs.module.css';
import { MAX_WRAPPED_LINES } from './WrappedLogList';
import { LogFind } from './useLogFind';

/** @internal */
export interface LogToolbarProps {
  taskId: string;
  level: LogLevelFilter;
  onLevel(level: LogLevelFilter): void;
  /** Undefined until it is known. */
  alerts: number | undefined;
  find: LogFind;
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
  const { taskId, level, onLevel, alerts, onFollow, onWrap } = props;
  const api = useApi(taskCenterApiRef);
  return (
    <div className={styles.toolbar}>
      <SegmentedButtons
        aria-label="Level"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[level]}
        onSelectionChange={keys => onLevel([...keys][0] as LogLevelFilter)}
      >
        <ToggleButton id="all">All logs</ToggleButton>
        <ToggleButton id="alert">
          {`Alert logs${alerts ? ` ${formatCount(alerts)}` : ''}`}
        </ToggleButton>
      </SegmentedButtons>
      <Find find={props.find} />
      <div className={styles.options}>
        <Checkbox
          isSelected={props.isFollowing}
          isDisabled={!onFollow}
          onChange={onFollow}
        >
          Follow
        </Checkbox>
        <span
          title={
            onWrap
              ? undefined
              : `Only logs of up to ${formatCount(
                  MAX_WRAPPED_LINES,
                )} lines can be wrapped`
          }
        >
          <Checkbox
            isSelected={props.isWrapped}
            isDisabled={!onWrap}
            onChange={onWrap}
          >
            Wrap
          </Checkbox>
        </span>
        <Button
          variant="tertiary"
          iconStart={<RiFileCopyLine />}
          onPress={props.onCopy}
        >
          Copy
        </Button>
        <DownloadLink
          id={`log ${taskId} ${level}`}
          variant="tertiary"
          getUrl={() => api.logDownloadUrl(taskId, level)}
        >
          Download
        </DownloadLink>
      </div>
    </div>
  );
}

function Find({ find }: { find: LogFind }) {
  const stepByKey = (event: KeyboardEvent) => {
    const isInField = event.target instanceof HTMLInputElement;
    if (event.key === 'Enter' && isInField) {
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.find} onKeyDownCapture={stepByKey}>
      <SearchField
        aria-label="Find in the log"
        placeholder="Find"
        size="small"
        value={find.query}
        onChange={find.setQuery}
      />
      <span className={styles.matches} aria-live="polite">
        {describeMatches(find)}
      </span>
      <ButtonIcon
        variant="tertiary"
        aria-label="Previous match"
        icon={<RiArrowUpSLine />}
        isDisabled={!find.count}
        onPress={() => find.step(-1)}
      />
      <ButtonIcon
        variant="tertiary"
        aria-label="Next match"
        icon={<RiArrowDownSLine />}
        isDisabled={!find.count}
        onPress={() => find.step(1)}
      />
    </div>
  );
}

function describeMatches({ query, error, count, current }: LogFind): string {
  if (!query) {
    return '';
  }
  if (error) {
    return 'search failed';
  }
  if (count === undefined) {
    return '…';
  }
  return count
    ? `${formatCount(current + 1)} of ${formatCount(count)}`
    : 'no match';
}
