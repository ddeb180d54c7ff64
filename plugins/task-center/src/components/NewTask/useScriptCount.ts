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
   * Waits until exactly these parts have been read to their end, whatever is changed meanwhile. Gives `undefined` when
   * the signal ended that, or the delimiter is not valid.
   */
  settle(
    parts: ScriptPart[],
    signal: AbortSignal,
  ): Promise<ScriptCount | undefined>;
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

  const countOf = useCallback(
    (wanted: ScriptPart[]): SharedCount | undefined => {
      if (findDelimiterProblem(delimiter)) {
        current.current = undefined;
      } else if (!current.current?.isOf(wanted, { dialect, delimiter })) {
        const shared: SharedCount = SharedCount.create(wanted, {
          dialect,
          delimiter,
          onProgress: count =>
            shared === current.current && setState({ count, isCounting: true }),
        });
        current.current = shared;
      }
      return current.current;
    },
    [dialect, delimiter],
  );

  useEffect(() => {
    const shared = countOf(parts);
    if (!shared) {
      setState({ count: undefined, isCounting: false });
      return undefined;
    }
    const left = new AbortController();
    const { signal } = left;
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
  }, [parts, countOf]);

  // It may be asked for before the effect has seen the parts.
  const settle = useCallback(
    async (wanted: ScriptPart[], signal: AbortSignal) =>
      countOf(wanted)?.settle(signal),
    [countOf],
  );
  return { ...state, settle };
}

function isText(parts: ScriptPart[]): boolean {
  return parts.length === 1 && typeof parts[0].content === 'string';
}
