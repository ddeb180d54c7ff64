import { Menu, MenuItem, MenuSeparator } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiCloseLine,
  RiEyeOffLine,
  RiFileCopyLine,
  RiFilter3Line,
  RiFilterOffLine,
  RiSortAsc,
  RiSortDesc,
  RiExpandWidthLine,
} from '@remixicon/react';
import { ResultSort } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../../translations';
import { ColumnActions } from './ColumnActions';
import { MenuAt, MenuPlace } from './MenuAt';

/** @internal */
export interface ColumnMenuProps {
  place: MenuPlace;
  column: number;
  name: string;
  sort: ResultSort[];
  isFiltered: boolean;
  canHide: boolean;
  actions: ColumnActions;
  onFit(column: number): void;
  onClose(): void;
}

/**
 * What can be done with a column, from its header.
 *
 * @internal
 */
export function ColumnMenu(props: ColumnMenuProps) {
  const t = useTexts();
  const { place, column, name, sort, actions, onFit, onClose } = props;
  const isSorted = sort.some(other => other.column === column);
  const isOtherSorted = sort.some(other => other.column !== column);
  return (
    <MenuAt place={place} onClose={onClose}>
      <Menu aria-label={t('resultGrid.column.menu', { name })}>
        <MenuItem
          iconStart={<RiArrowUpLine />}
          onAction={() => actions.sort(column, 'ascending', false)}
        >
          {t('resultGrid.sort.ascending')}
        </MenuItem>
        <MenuItem
          iconStart={<RiArrowDownLine />}
          onAction={() => actions.sort(column, 'descending', false)}
        >
          {t('resultGrid.sort.descending')}
        </MenuItem>
        {isOtherSorted && (
          <MenuItem
            iconStart={<RiSortAsc />}
            onAction={() => actions.sort(column, 'ascending', true)}
          >
            {t('resultGrid.sort.thenAscending')}
          </MenuItem>
        )}
        {isOtherSorted && (
          <MenuItem
            iconStart={<RiSortDesc />}
            onAction={() => actions.sort(column, 'descending', true)}
          >
            {t('resultGrid.sort.thenDescending')}
          </MenuItem>
        )}
        {isSorted && (
          <MenuItem
            iconStart={<RiCloseLine />}
            onAction={() => actions.sort(column, 'none', true)}
          >
            {t('resultGrid.sort.none')}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem
          iconStart={<RiFilter3Line />}
          onAction={() => actions.requestFilter(column)}
        >
          {t('resultGrid.filter')}
        </MenuItem>
        {props.isFiltered && (
          <MenuItem
            iconStart={<RiFilterOffLine />}
            onAction={() => actions.clearFilters(column)}
          >
            {t('resultGrid.filter.remove')}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem
          iconStart={<RiFileCopyLine />}
          onAction={() => actions.copy(column)}
        >
          {t('resultGrid.copyColumn')}
        </MenuItem>
        <MenuItem
          iconStart={<RiExpandWidthLine />}
          onAction={() => onFit(column)}
        >
          {t('resultGrid.fitWidth')}
        </MenuItem>
        <MenuItem
          iconStart={<RiEyeOffLine />}
          isDisabled={!props.canHide}
          onAction={() => actions.hide(column)}
        >
          {t('resultGrid.hideColumn')}
        </MenuItem>
      </Menu>
    </MenuAt>
  );
}
