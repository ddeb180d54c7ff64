import { useMemo, useRef, useState } from 'react';
import { Button, Checkbox, SearchField } from '@backstage/ui';
import {
  createTextMatcher,
  ResultColumn,
} from 'backstage-plugin-task-center-common';
import { useScaledRows } from '../../../longList';
import { useTexts } from '../../../translations';
import { columnName } from '../grid/columnName';
import styles from './ColumnList.module.css';

const ROW_HEIGHT = 32;
const MAX_HEIGHT = 320;
// Fewer can be looked through by eye.
const SEARCH_FROM = 12;

/** @internal */
export interface ColumnListProps {
  columns: ResultColumn[];
  hidden: ReadonlySet<number>;
  onHidden(hidden: ReadonlySet<number>): void;
  onResetWidths(): void;
}

/**
 * Every column with a tick where it is shown. Only those in sight exist: a result set can have thousands.
 *
 * @internal
 */
export function ColumnList(props: ColumnListProps) {
  const t = useTexts();
  const { columns, hidden, onHidden, onResetWidths } = props;
  const [search, setSearch] = useState('');
  const scrollRef = useRef<HTMLDivElement>(null);
  const found = useMemo(() => {
    const isMatch = createTextMatcher(search);
    return columns
      .map((column, index) => ({ index, name: columnName(column, index, t) }))
      .filter(({ name }) => isMatch(name));
  }, [columns, search, t]);
  const rows = useScaledRows({
    scrollRef,
    count: found.length,
    rowHeight: ROW_HEIGHT,
  });
  const drawn = found.slice(rows.first, rows.last + 1);
  const shownCount = columns.length - hidden.size;

  const change = (indexes: number[], isShown: boolean) => {
    const next = new Set(hidden);
    indexes.forEach(index => (isShown ? next.delete(index) : next.add(index)));
    if (next.size < columns.length) {
      onHidden(next);
    }
  };

  return (
    <div className={styles.root}>
      {columns.length >= SEARCH_FROM && (
        <SearchField
          aria-label={t('sqlWindow.columns.find')}
          placeholder={t('sqlWindow.columns.find')}
          size="small"
          value={search}
          onChange={setSearch}
        />
      )}
      <div
        ref={scrollRef}
        className={styles.list}
        role="group"
        aria-label={t('sqlWindow.columns.shown')}
        style={{ height: Math.min(MAX_HEIGHT, found.length * ROW_HEIGHT) }}
      >
        <div style={{ height: rows.height, position: 'relative' }}>
          {drawn.map(({ index, name }, i) => (
            <div
              key={index}
              className={styles.column}
              style={{ top: rows.topOf(rows.first + i) }}
            >
              <Checkbox
                isSelected={!hidden.has(index)}
                isDisabled={!hidden.has(index) && shownCount === 1}
                onChange={isShown => change([index], isShown)}
              >
                <span className={styles.name} title={name}>
                  {name}
                </span>
              </Checkbox>
            </div>
          ))}
        </div>
      </div>
      {!found.length && (
        <p className={styles.none}>{t('sqlWindow.columns.none')}</p>
      )}
      <div className={styles.actions}>
        <Button
          variant="tertiary"
          size="small"
          onPress={() => onHidden(new Set())}
        >
          {t('sqlWindow.columns.showAll')}
        </Button>
        {search && (
          <Button
            variant="tertiary"
            size="small"
            isDisabled={!found.length}
            onPress={() => onHidden(allBut(columns, found))}
          >
            {t('sqlWindow.columns.showOnly')}
          </Button>
        )}
        <Button variant="tertiary" size="small" onPress={onResetWidths}>
          {t('sqlWindow.columns.resetWidths')}
        </Button>
      </div>
    </div>
  );
}

function allBut(
  columns: ResultColumn[],
  shown: { index: number }[],
): ReadonlySet<number> {
  const hidden = new Set(columns.keys());
  shown.forEach(({ index }) => hidden.delete(index));
  return hidden;
}
