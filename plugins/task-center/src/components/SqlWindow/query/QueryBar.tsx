import { Button, ToggleButton } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import {
  ResultColumn,
  ResultFilter,
} from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../../translations';
import { SegmentedButtons } from '../../common';
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
  /** What is said when the rows are there. */
  outcome: string;
  /** Asks for another filter in place of one. */
  onFilter(position: number): void;
  onCancel(): void;
  /** What was pressed is gone, so the focus has to go elsewhere. */
  onGone(): void;
}

/**
 * What is asked of the rows, how far the answer has come, and where it is looked for.
 *
 * @internal
 */
export function QueryBar(props: QueryBarProps) {
  const t = useTexts();
  const { columns, state, shownRows, onFilter, onGone } = props;
  const { filters, sort, scope } = state.query;
  const andGo = (change: () => void) => () => {
    change();
    onGone();
  };
  return (
    <div
      className={styles.root}
      role="group"
      aria-label={t('resultQuery.label')}
    >
      {filters.map((filter, position) => {
        const text = describeFilter(filter, columns, t);
        return (
          <QueryChip
            key={`${position} ${text}`}
            onPress={() => onFilter(position)}
            onRemove={andGo(() => state.setFilters(without(filters, position)))}
          >
            {text}
          </QueryChip>
        );
      })}
      {sort.length > 0 && (
        <QueryChip onRemove={andGo(() => state.setSort([]))}>
          {t('resultQuery.sortedBy', {
            columns: describeSort(state.query, columns, t),
          })}
        </QueryChip>
      )}
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiCloseLine />}
        onPress={andGo(() => state.restore({ filters: [], sort: [], scope }))}
      >
        {t('resultQuery.clearAll')}
      </Button>
      <span className={styles.rest}>
        {!shownRows.isSmall && (
          <SegmentedButtons
            aria-label={t('resultQuery.scope')}
            disallowEmptySelection
            selectedKeys={[scope]}
            onSelectionChange={([key]) => state.setScope(key as typeof scope)}
          >
            <ToggleButton id="whole">{t('sqlWindow.whole')}</ToggleButton>
            <ToggleButton id="loaded">{t('sqlWindow.loaded')}</ToggleButton>
          </SegmentedButtons>
        )}
        <QueryProgress
          shownRows={shownRows}
          onCancel={andGo(props.onCancel)}
          outcome={props.outcome}
        />
      </span>
    </div>
  );
}

function without(filters: ResultFilter[], position: number): ResultFilter[] {
  return filters.filter((_, i) => i !== position);
}

function describeSort(
  { sort }: GridQuery,
  columns: ResultColumn[],
  t: Texts,
): string {
  return sort
    .map(
      ({ column, descending }) =>
        `${columnName(columns[column], column, t)} ${descending ? '↓' : '↑'}`,
    )
    .join(t('common.listSeparator'));
}
