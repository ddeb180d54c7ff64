import { Button, DialogTrigger, Popover } from '@backstage/ui';
import { RiArrowDownSLine, RiLayoutColumnLine } from '@remixicon/react';
import { formatCount } from '../../common';
import { ColumnList, ColumnListProps } from './ColumnList';

/**
 * Opens the list of the columns, and says how many of them are shown.
 *
 * @internal
 */
export function ColumnsButton(props: ColumnListProps) {
  const { columns, hidden } = props;
  const count = columns.length - hidden.size;
  return (
    <DialogTrigger>
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiLayoutColumnLine />}
        iconEnd={<RiArrowDownSLine />}
      >
        {hidden.size
          ? `Columns: ${formatCount(count)} of ${formatCount(columns.length)}`
          : 'Columns'}
      </Button>
      <Popover placement="bottom end" hideArrow aria-label="Columns">
        <ColumnList {...props} />
      </Popover>
    </DialogTrigger>
  );
}
