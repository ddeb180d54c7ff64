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
import { useTexts } from '../../../translations';
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
  const t = useTexts();
  const { isDisabled, withNames, onWithNames, onCopy } = props;
  const labelOf = (format: CopyFormat) =>
    t(
      format === 'inserts'
        ? 'resultExport.copy.inserts.ask'
        : `resultExport.copy.${format}`,
    );
  return (
    <MenuTrigger>
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiFileCopyLine />}
        iconEnd={<RiArrowDownSLine />}
        isDisabled={isDisabled}
      >
        {t('resultExport.copy')}
      </Button>
      <Menu placement="bottom end">
        {COPY_FORMATS.map(format => (
          <MenuItem
            key={format}
            textValue={labelOf(format)}
            aria-keyshortcuts={
              format === 'tsv' ? 'Control+C Meta+C' : undefined
            }
            onAction={() => onCopy(format)}
          >
            {format === 'tsv'
              ? `${labelOf(format)}  ·  Ctrl+C`
              : labelOf(format)}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem
          iconStart={withNames ? <RiCheckboxLine /> : <RiCheckboxBlankLine />}
          textValue={t('resultExport.copy.withNames')}
          aria-label={t(
            withNames
              ? 'resultExport.copy.withNames.on'
              : 'resultExport.copy.withNames.off',
          )}
          onAction={() => onWithNames(!withNames)}
        >
          {t('resultExport.copy.withNames')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
