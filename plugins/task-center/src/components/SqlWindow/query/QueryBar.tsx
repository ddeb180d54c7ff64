import { Button, ToggleButton } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import {
  ResultColumn,
  ResultFilter,
} from 'backstage-plugin-task-center-common';
import { formatCount, SegmentedButtons } from '../../common';
import { columnName } from '../grid/columnName';
import { ShownRows } from '../rows/useRowSource';
import { describeFilter } from './describeFilter';
import { GridQuery } from './GridQuery';
import styles from './QueryBar.module.css';
import { QueryChip } from './QueryChip';
import { QueryProgress } from './QueryProgress';
import { GridQueryState } from './useGridQuery';

/** @internal */
export interface QueryBarProps {
  columns: ResultColumn[];
  state: GridQueryState;
  shownRows: ShownRows;
  /** Of the whole result set. */
  rowCount: number;
  /** Asks for another filter in place of one. */
  onFilter(position: number): void;
  onCancel(): void;
}

/**
 * What is asked of the rows, how far the answer has come, and where it is looked for.
 *
 * @internal
 */
export function QueryBar(props: QueryBarProps) {
  const { columns, state, shownRows, rowCount, onFilter } = props;
  const { filters, sort, scope } = state.query;
  const isFiltered = filters.length > 0;
  return (
    <div className={styles.root} role="group" aria-label="Filters and order">
      {filters.map((filter, position) => {
        const text = describeFilter(filter, columns);
        return (
          <QueryChip
            key={`${position} ${text}`}
            onPress={() => onFilter(position)}
            onRemove={() => state.setFilters(without(filters, position))}
          >
            {text}
          </QueryChip>
        );
      })}
      {sort.length > 0 && (
        <QueryChip onRemove={() => state.setSort([])}>
          {`sorted by ${describeSort(state.query, columns)}`}
        </QueryChip>
      )}
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiCloseLine />}
        onPress={() => state.restore({ filters: [], sort: [], scope })}
      >
        Clear all
      </Button>
      <span className={styles.rest}>
        {!shownRows.isSmall && (
          <SegmentedButtons
            aria-label="Which rows are filtered and sorted"
            disallowEmptySelection
            selectedKeys={[scope]}
            onSelectionChange={([key]) => state.setScope(key as typeof scope)}
          >
            <ToggleButton id="whole">Whole set</ToggleButton>
            <ToggleButton id="loaded">Loaded rows</ToggleButton>
          </SegmentedButtons>
        )}
        <QueryProgress
          shownRows={shownRows}
          onCancel={props.onCancel}
          outcome={describeOutcome(
            shownRows,
            isFiltered,
            scope === 'loaded' && !shownRows.isSmall,
            rowCount,
          )}
        />
      </span>
    </div>
  );
}

function without(filters: ResultFilter[], position: number): ResultFilter[] {
  return filters.filter((_, i) => i !== position);
}

function describeSort({ sort }: GridQuery, columns: ResultColumn[]): string {
  return sort
    .map(
      ({ column, descending }) =>
        `${columnName(columns[column], column)} ${descending ? '↓' : '↑'}`,
    )
    .join(', ');
}

function describeOutcome(
  { rows, loadedRows }: ShownRows,
  isFiltered: boolean,
  isOfLoaded: boolean,
  rowCount: number,
): string {
  const all = isOfLoaded
    ? `${formatCount(loadedRows)} loaded rows`
    : `${formatCount(rowCount)} rows`;
  return isFiltered ? `${formatCount(rows.rowCount)} of ${all}` : all;
}
