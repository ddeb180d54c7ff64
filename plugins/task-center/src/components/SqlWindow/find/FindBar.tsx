import { KeyboardEvent, useRef } from 'react';
import { ButtonIcon, SearchField } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiCloseLine,
} from '@remixicon/react';
import { useFindKeys } from '../../../hooks';
import { Texts, useTexts } from '../../../translations';
import { describeError } from '../../common';
import { describeFind } from './describeFind';
import styles from './FindBar.module.css';
import { FindScope } from './FindScope';
import { Find } from './useFind';

/** @internal */
export interface FindBarProps {
  find: Find;
  text: string;
  onText(text: string): void;
  /** Of all rows that are shown. */
  rowCount: number;
}

/**
 * Finds a text in the rows that are loaded, or in all of them.
 *
 * @internal
 */
export function FindBar({ find, text, onText, rowCount }: FindBarProps) {
  const t = useTexts();
  const { finder, scope, hasScopes, canStep, step } = find;
  const root = useRef<HTMLDivElement>(null);
  useFindKeys(root, step);
  const label = t(hasScopes ? `resultQuery.find.${scope}` : 'resultQuery.find');

  const outcome =
    text && find.isSettled ? describe(find, rowCount, t) : undefined;

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
        aria-label={label}
        aria-keyshortcuts="Control+F Meta+F"
        placeholder={label}
        size="small"
        className={styles.field}
        value={text}
        onChange={onText}
      />
      {hasScopes && <FindScope {...find} />}
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('resultQuery.find.previous')}
        icon={<RiArrowUpSLine />}
        isDisabled={!finder.matches.length}
        onPress={() => step(-1)}
      />
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('resultQuery.find.next')}
        icon={<RiArrowDownSLine />}
        isDisabled={!canStep}
        onPress={() => step(1)}
      />
      <span className={styles.outcome}>
        {finder.isSearching && (
          <ButtonIcon
            variant="tertiary"
            size="small"
            aria-label={t('resultQuery.find.stop')}
            icon={<RiCloseLine />}
            onPress={finder.cancel}
          />
        )}
        <span className={styles.words} title={outcome} aria-live="polite">
          {outcome}
        </span>
      </span>
    </div>
  );
}

function describe(find: Find, rowCount: number, t: Texts): string {
  const { error } = find.finder;
  return error ? describeError(error, t) : describeFind(find, rowCount, t);
}
