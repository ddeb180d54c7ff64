import { useCallback, useEffect, useState } from 'react';

const CONFIRMATION_MS = 2_000;

/**
 * Puts texts on the clipboard, and says for two seconds what came of it.
 *
 * @internal
 */
export function useCopy(): {
  copy: (text: string) => Promise<void>;
  outcome: 'copied' | 'failed' | undefined;
} {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();

  useEffect(() => {
    if (!outcome) {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome(undefined), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = useCallback(async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  }, []);

  return { copy, outcome };
}
