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
  const { place, column, name, sort, actions, onFit, onClose } = props;
  const isSorted = sort.some(other => other.column === column);
  const isOtherSorted = sort.some(other => other.column !== column);
  return (
    <MenuAt place={place} onClose={onClose}>
      <Menu aria-label={`Column ${name}`}>
        <MenuItem
          iconStart={<RiArrowUpLine />}
          onAction={() => actions.sort(column, 'ascending', false)}
        >
          Sort ascending
        </MenuItem>
        <MenuItem
          iconStart={<RiArrowDownLine />}
          onAction={() => actions.sort(column, 'descending', false)}
        >
          Sort descending
        </MenuItem>
        {isOtherSorted && (
          <MenuItem
            iconStart={<RiSortAsc />}
            onAction={() => actions.sort(column, 'ascending', true)}
          >
            Then by this, ascending
          </MenuItem>
        )}
        {isOtherSorted && (
          <MenuItem
            iconStart={<RiSortDesc />}
            onAction={() => actions.sort(column, 'descending', true)}
          >
            Then by this, descending
          </MenuItem>
        )}
        {isSorted && (
          <MenuItem
            iconStart={<RiCloseLine />}
            onAction={() => actions.sort(column, 'none', true)}
          >
            Do not sort by this
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem
          iconStart={<RiFilter3Line />}
          onAction={() => actions.requestFilter(column)}
        >
          Filter…
        </MenuItem>
        {props.isFiltered && (
          <MenuItem
            iconStart={<RiFilterOffLine />}
            onAction={() => actions.clearFilters(column)}
          >
            Remove its filters
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem
          iconStart={<RiFileCopyLine />}
          onAction={() => actions.copy(column)}
        >
          Copy column
        </MenuItem>
        <MenuItem
          iconStart={<RiExpandWidthLine />}
          onAction={() => onFit(column)}
        >
          Fit width
        </MenuItem>
        <MenuItem
          iconStart={<RiEyeOffLine />}
          isDisabled={!props.canHide}
          onAction={() => actions.hide(column)}
        >
          Hide column
        </MenuItem>
      </Menu>
    </MenuAt>
  );
}
