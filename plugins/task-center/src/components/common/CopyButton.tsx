import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useTexts } from '../../translations';
import { useCopy } from './useCopy';

/**
 * @internal
 */
export interface CopyButtonProps {
  text: string | (() => string);
  children: string;
  isDisabled?: boolean;
}

/**
 * Puts a text on the clipboard and says that it has.
 *
 * @internal
 */
export function CopyButton({ text, children, isDisabled }: CopyButtonProps) {
  const t = useTexts();
  const { copy, outcome } = useCopy();
  const labels = { copied: t('common.copied'), failed: t('common.notCopied') };
  return (
    <Button
      variant="tertiary"
      iconStart={outcome === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />}
      isDisabled={isDisabled}
      onPress={() => copy(typeof text === 'function' ? text() : text)}
    >
      <span aria-live="polite">{outcome ? labels[outcome] : children}</span>
    </Button>
  );
}
