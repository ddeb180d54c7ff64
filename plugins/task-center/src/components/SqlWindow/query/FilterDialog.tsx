import { useState } from 'react';
import { Select, TextField } from '@backstage/ui';
import {
  isNumericColumn,
  ResultColumn,
  ResultFilter,
  ResultFilterOperator,
} from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../../translations';
import { ConfirmDialog } from '../../common';
import { columnName } from '../grid/columnName';
import { FILTER_OPERATORS } from './filterOperators';
import styles from './FilterDialog.module.css';

const ANY = 'any';

/** @internal */
export interface FilterDialogProps {
  columns: ResultColumn[];
  /** What the fields begin with. */
  initial: Partial<ResultFilter>;
  isNew: boolean;
  onApply(filter: ResultFilter): void;
  onClose(): void;
}

/**
 * Asks what the rows are to be filtered by.
 *
 * @internal
 */
export function FilterDialog(props: FilterDialogProps) {
  const t = useTexts();
  const { columns, initial, isNew, onApply, onClose } = props;
  const [column, setColumn] = useState(initial.column);
  const [operator, setOperator] = useState<ResultFilterOperator>(
    initial.operator ?? defaultOperator(columns, initial.column),
  );
  const [value, setValue] = useState(initial.value ?? '');
  const { hasValue } = FILTER_OPERATORS.find(({ id }) => id === operator)!;

  return (
    <ConfirmDialog
      title={t(isNew ? 'resultQuery.filter.add' : 'resultQuery.filter.change')}
      confirmLabel={t('resultQuery.filter.apply')}
      isDestructive={false}
      width={440}
      onConfirm={async () =>
        onApply({
          ...(column !== undefined && { column }),
          operator,
          ...(hasValue && { value }),
        })
      }
      onClose={onClose}
    >
      <div className={styles.fields}>
        <Select
          label={t('resultQuery.filter.column')}
          search={{ placeholder: t('sqlWindow.columns.find') }}
          options={[
            { id: ANY, label: t('resultQuery.filter.anyColumn') },
            ...columns.map((each, index) => ({
              id: String(index),
              label: columnName(each, index, t),
            })),
          ]}
          value={column === undefined ? ANY : String(column)}
          onChange={key =>
            setColumn(key === null || key === ANY ? undefined : Number(key))
          }
        />
        <Select
          label={t('resultQuery.filter.condition')}
          options={FILTER_OPERATORS.map(({ id }) => ({
            id,
            label: t(`resultQuery.operator.${id}`),
          }))}
          value={operator}
          onChange={key => setOperator(key as ResultFilterOperator)}
        />
        <TextField
          label={t('resultQuery.filter.value')}
          name="value"
          // The value is what there is to be typed.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          isDisabled={!hasValue}
          description={describeComparison(
            operator,
            column === undefined ? undefined : columns[column],
            t,
          )}
          value={hasValue ? value : ''}
          onChange={setValue}
        />
      </div>
    </ConfirmDialog>
  );
}

function defaultOperator(
  columns: ResultColumn[],
  column: number | undefined,
): ResultFilterOperator {
  const isNumber =
    column !== undefined && isNumericColumn(columns[column].type);
  return isNumber ? 'equals' : 'contains';
}

function describeComparison(
  operator: ResultFilterOperator,
  column: ResultColumn | undefined,
  t: Texts,
): string {
  if (['contains', 'notContains', 'startsWith'].includes(operator)) {
    return t('resultQuery.filter.caseInsensitive');
  }
  return column && isNumericColumn(column.type)
    ? t('resultQuery.filter.asNumber')
    : t('resultQuery.filter.asText');
}
