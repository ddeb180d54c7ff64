import {
  Button,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiCheckboxBlankLine,
  RiCheckboxLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { COPY_FORMATS, CopyFormat } from './CopyFormat';

/** @internal */
export interface CopyMenuProps {
  isDisabled: boolean;
  withNames: boolean;
  onWithNames(withNames: boolean): void;
  onCopy(format: CopyFormat): void;
}

/**
 * Copies the selected cells in one of several formats.
 *
 * @internal
 */
export function CopyMenu(props: CopyMenuProps) {
  const { isDisabled, withNames, onWithNames, onCopy } = props;
  return (
    <MenuTrigger>
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiFileCopyLine />}
        iconEnd={<RiArrowDownSLine />}
        isDisabled={isDisabled}
      >
        Copy as
      </Button>
      <Menu placement="bottom end">
        {COPY_FORMATS.map(({ id, label }) => (
          <MenuItem
            key={id}
            textValue={label}
            aria-keyshortcuts={id === 'tsv' ? 'Control+C Meta+C' : undefined}
            onAction={() => onCopy(id)}
          >
            {id === 'tsv' ? `${label}  ·  Ctrl+C` : label}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem
          iconStart={withNames ? <RiCheckboxLine /> : <RiCheckboxBlankLine />}
          textValue="With column names"
          aria-label={`With column names: ${withNames ? 'on' : 'off'}`}
          onAction={() => onWithNames(!withNames)}
        >
          With column names
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
