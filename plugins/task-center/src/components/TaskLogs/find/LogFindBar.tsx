import { KeyboardEvent, RefObject, useRef } from 'react';
import { ButtonIcon, SearchField, ToggleButton } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useFindKeys } from '../../../hooks';
import { useTexts } from '../../../translations';
import { describeFind } from './describeFind';
import styles from './LogFindBar.module.css';
import { LogFind } from './useLogFind';

/** @internal */
export interface LogFindBarProps {
  find: LogFind;
  /** The part of the page where Ctrl+F and F3 are for this. */
  within: RefObject<HTMLElement>;
}

/**
 * Finds a text or a regular expression in the whole log.
 *
 * @internal
 */
export function LogFindBar({ find, within }: LogFindBarProps) {
  const t = useTexts();
  const root = useRef<HTMLDivElement>(null);
  useFindKeys(root, find.step, within);
  const { search, setSearch, finder, step } = find;

  const stepByKey = (event: KeyboardEvent) => {
    const isInField = event.target instanceof HTMLInputElement;
    if (event.key === 'Enter' && isInField) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={styles.root} onKeyDownCapture={stepByKey}>
      <SearchField
        aria-label={t('taskLogs.find.label')}
        aria-keyshortcuts="Control+F Meta+F"
        placeholder={t('taskLogs.find.placeholder')}
        size="small"
        className={styles.field}
        value={search.text}
        onChange={text => setSearch({ text })}
      />
      <ToggleButton
        size="small"
        aria-label={t('taskLogs.find.matchCase')}
        isSelected={search.matchCase}
        onChange={matchCase => setSearch({ matchCase })}
      >
        Aa
      </ToggleButton>
      <ToggleButton
        size="small"
        aria-label={t('taskLogs.find.regex')}
        isSelected={search.regex}
        onChange={regex => setSearch({ regex })}
      >
        .*
      </ToggleButton>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('taskLogs.find.previous')}
        aria-keyshortcuts="Shift+F3"
        icon={<RiArrowUpSLine />}
        isDisabled={!finder?.count}
        onPress={() => step(-1)}
      />
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('taskLogs.find.next')}
        aria-keyshortcuts="F3"
        icon={<RiArrowDownSLine />}
        isDisabled={!finder?.count}
        onPress={() => step(1)}
      />
      <span className={styles.matches} aria-live="polite">
        {describeFind(find, t)}
      </span>
    </div>
  );
}
