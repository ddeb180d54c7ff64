import { KeyboardEvent, useEffect, useState } from 'react';
import { Button, ButtonIcon, SearchField } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { formatCount } from '../common';
import { GridCell, GridSelection, MAX_MATCHES, rangeOf } from './grid';
import styles from './SqlWindow.module.css';
import { FindInRows } from './useFindInRows';

/** @internal */
export interface ResultToolbarProps {
  find: FindInRows;
  loadedRows: number;
  rowCount: number;
  /** The rows that can be seen, from 0. */
  inSight: { first: number; last: number };
  selection: GridSelection;
  /** What became of the last copying. */
  notice: string;
  onGoTo(cell: GridCell): void;
  onCopy(): void;
}

/**
 * Finds in the rows that are loaded, copies the selection, and says where one is.
 *
 * @internal
 */
export function ResultToolbar(props: ResultToolbarProps) {
  const { find, inSight, rowCount, notice, onCopy, selection } = props;
  const { matches, query } = find;
  const [current, setCurrent] = useState(-1);
  useEffect(() => setCurrent(-1), [find.needle]);

  const step = (by: 1 | -1) => {
    if (matches.length) {
      const start = current < 0 && by < 0 ? 0 : current;
      const next = (start + by + matches.length) % matches.length;
      setCurrent(next);
      props.onGoTo(matches[next]);
    }
  };
  const stepByKey = (event: KeyboardEvent) => {
    const isInField = event.target instanceof HTMLInputElement;
    if (event.key === 'Enter' && isInField) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  };

  return (
    <div className={styles.toolbar}>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.find} onKeyDownCapture={stepByKey}>
        <SearchField
          aria-label="Find in loaded rows"
          placeholder="Find in loaded rows"
          size="small"
          value={query}
          onChange={find.setQuery}
        />
        <ButtonIcon
          variant="tertiary"
          aria-label="Previous match"
          icon={<RiArrowUpSLine />}
          isDisabled={!matches.length}
          onPress={() => step(-1)}
        />
        <ButtonIcon
          variant="tertiary"
          aria-label="Next match"
          icon={<RiArrowDownSLine />}
          isDisabled={!matches.length}
          onPress={() => step(1)}
        />
        <span className={styles.facts} aria-live="polite">
          {query && describeMatches(props, current)}
        </span>
      </div>
      <span className={styles.facts} aria-live="polite">
        {notice}
      </span>
      <span className={styles.facts}>{describeSelection(selection)}</span>
      <Button
        variant="tertiary"
        iconStart={<RiFileCopyLine />}
        isDisabled={!rowCount}
        aria-keyshortcuts="Control+C Meta+C"
        onPress={onCopy}
      >
        Copy
      </Button>
      <span className={styles.rowsInSight}>
        {rowCount && inSight.last >= inSight.first
          ? `row ${formatCount(inSight.first + 1)}–${formatCount(
              inSight.last + 1,
            )} of ${formatCount(rowCount)}`
          : `${formatCount(rowCount)} rows`}
      </span>
    </div>
  );
}

function describeMatches(
  { find, loadedRows, rowCount }: ResultToolbarProps,
  current: number,
): string {
  const { length } = find.matches;
  const where =
    loadedRows < rowCount ? ` in ${formatCount(loadedRows)} loaded rows` : '';
  if (!length) {
    return `no match${where}`;
  }
  const count =
    length === MAX_MATCHES
      ? `the first ${formatCount(length)}`
      : formatCount(length);
  return current < 0
    ? `${count} ${length === 1 ? 'match' : 'matches'}${where}`
    : `${formatCount(current + 1)} of ${count}${where}`;
}

function describeSelection(selection: GridSelection): string {
  const range = rangeOf(selection);
  const rows = range.lastRow - range.firstRow + 1;
  const columns = range.lastColumn - range.firstColumn + 1;
  return rows * columns > 1
    ? `${formatCount(rows)} × ${formatCount(columns)} cells`
    : '';
}
