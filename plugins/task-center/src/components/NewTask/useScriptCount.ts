import { useCallback, useEffect, useRef, useState } from 'react';
import { findDelimiterProblem } from './validateTaskForm';
import { CountScriptOptions } from './countScript';
import { ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';
import { SharedCount } from './SharedCount';

const PAUSE_MS = 250;

/** @internal */
export interface CountedScript {
  /** What is known of the script as it is now or, while that is being counted, as it was a moment ago. */
  count: ScriptCount | undefined;
  isCounting: boolean;
  /**
   * Waits until the script, as it is now, has been read to its end, whatever is changed meanwhile. Gives `undefined` when
   * the signal ended that, or the delimiter is not valid.
   */
  settle(signal: AbortSignal): Promise<ScriptCount | undefined>;
}

/**
 * Counts the statements of a script while it is being written.
 *
 * @internal
 */
export function useScriptCount(
  parts: ScriptPart[],
  rules: Pick<CountScriptOptions, 'dialect' | 'delimiter'>,
): CountedScript {
  const { dialect, delimiter } = rules;
  const current = useRef<SharedCount>();
  const [state, setState] = useState<Omit<CountedScript, 'settle'>>({
    count: undefined,
    isCounting: false,
  });

  useEffect(() => {
    if (findDelimiterProblem(delimiter)) {
      current.current = undefined;
      setState({ count: undefined, isCounting: false });
      return undefined;
    }
    const left = new AbortController();
    const { signal } = left;
    const shared = SharedCount.create(parts, {
      dialect,
      delimiter,
      onProgress: count =>
        signal.aborted || setState({ count, isCounting: true }),
    });
    current.current = shared;
    setState(old => ({
      // The count of a text stays until there is a new one, so that it does not flicker while one types.
      count: isText(parts) ? old.count : undefined,
      isCounting: true,
    }));
    const timer = setTimeout(async () => {
      const count = await shared.settle(signal);
      if (count && !signal.aborted) {
        setState({ count, isCounting: false });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [parts, dialect, delimiter]);

  const settle = useCallback(
    async (signal: AbortSignal) => current.current?.settle(signal),
    [],
  );
  return { ...state, settle };
}

function isText(parts: ScriptPart[]): boolean {
  return parts.length === 1 && typeof parts[0].content === 'string';
}
