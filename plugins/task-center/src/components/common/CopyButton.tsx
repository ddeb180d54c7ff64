import { useEffect, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';

const CONFIRMATION_MS = 2_000;

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
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();

  useEffect(() => {
    if (!outcome) {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome(undefined), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      const value = typeof text === 'function' ? text() : text;
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };

  const labels = { copied: 'Copied', failed: 'Could not copy' };
  return (
    <Button
      variant="tertiary"
      iconStart={outcome === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />}
      isDisabled={isDisabled}
      onPress={copy}
    >
      <span aria-live="polite">{outcome ? labels[outcome] : children}</span>
    </Button>
  );
}
