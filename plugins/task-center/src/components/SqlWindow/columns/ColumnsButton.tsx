import { Button, DialogTrigger, Popover } from '@backstage/ui';
import { RiArrowDownSLine, RiLayoutColumnLine } from '@remixicon/react';
import { useTexts } from '../../../translations';
import { ColumnList, ColumnListProps } from './ColumnList';

/**
 * Opens the list of the columns, and says how many of them are shown.
 *
 * @internal
 */
export function ColumnsButton(props: ColumnListProps) {
  const t = useTexts();
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
          ? t('sqlWindow.columns.some', { shown: count, all: columns.length })
          : t('sqlWindow.columns')}
      </Button>
      <Popover
        placement="bottom end"
        hideArrow
        aria-label={t('sqlWindow.columns')}
      >
        <ColumnList {...props} />
      </Popover>
    </DialogTrigger>
  );
}
