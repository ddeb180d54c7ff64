import { Menu, MenuItem, MenuSeparator } from '@backstage/ui';
import {
  RiExternalLinkLine,
  RiFileCopyLine,
  RiFilter3Line,
  RiFilterOffLine,
} from '@remixicon/react';
import { useTexts } from '../../../translations';
import { ColumnActions } from './ColumnActions';
import { MenuAt, MenuPlace } from './MenuAt';

// A longer value makes a poor filter.
const MAX_FILTER_CHARACTERS = 1_000;

/** @internal */
export interface CellMenuProps {
  place: MenuPlace;
  /** Of the result set. */
  column: number;
  value: string | null;
  actions: ColumnActions;
  onOpen(): void;
  onCopy(): void;
  onClose(): void;
}

/**
 * What can be done with the cell that was clicked with the right button.
 *
 * @internal
 */
export function CellMenu(props: CellMenuProps) {
  const t = useTexts();
  const { place, column, value, actions, onOpen, onCopy, onClose } = props;
  const filterBy = (isWanted: boolean) => {
    if (value === null) {
      const operator = isWanted ? 'isNull' : 'isNotNull';
      actions.addFilter({ column, operator });
    } else {
      const operator = isWanted ? 'equals' : 'notEquals';
      actions.addFilter({ column, operator, value });
    }
  };
  const canFilter = (value?.length ?? 0) <= MAX_FILTER_CHARACTERS;
  return (
    <MenuAt place={place} onClose={onClose}>
      <Menu aria-label={t('resultGrid.cell')}>
        <MenuItem iconStart={<RiExternalLinkLine />} onAction={onOpen}>
          {t('resultGrid.cell.open')}
        </MenuItem>
        <MenuItem iconStart={<RiFileCopyLine />} onAction={onCopy}>
          {t('common.copy')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          iconStart={<RiFilter3Line />}
          isDisabled={!canFilter}
          onAction={() => filterBy(true)}
        >
          {t('resultGrid.cell.only')}
        </MenuItem>
        <MenuItem
          iconStart={<RiFilterOffLine />}
          isDisabled={!canFilter}
          onAction={() => filterBy(false)}
        >
          {t('resultGrid.cell.without')}
        </MenuItem>
      </Menu>
    </MenuAt>
  );
}
