import { useEffect, useState } from 'react';
import { findDelimiterProblem } from './validateTaskForm';
import { countScript, CountScriptOptions } from './countScript';
import { ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';

const PAUSE_MS = 250;

/** @internal */
export interface CountedScript {
  /** What is known of the script as it is now or, while that is being counted, as it was a moment ago. */
  count: ScriptCount | undefined;
  isCounting: boolean;
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
  const [state, setState] = useState<CountedScript>({
    count: undefined,
    isCounting: false,
  });

  useEffect(() => {
    if (findDelimiterProblem(delimiter)) {
      setState({ count: undefined, isCounting: false });
      return undefined;
    }
    const abort = new AbortController();
    setState(old => ({
      // The count of a text stays until there is a new one, so that it does not flicker while one types.
      count: isText(parts) ? old.count : undefined,
      isCounting: true,
    }));
    const timer = setTimeout(async () => {
      const count = await countScript(parts, {
        dialect,
        delimiter,
        signal: abort.signal,
        onProgress: progress =>
          abort.signal.aborted ||
          setState({ count: progress, isCounting: true }),
      });
      if (count) {
        setState({ count, isCounting: false });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [parts, dialect, delimiter]);

  return state;
}

function isText(parts: ScriptPart[]): boolean {
  return parts.length === 1 && typeof parts[0].content === 'string';
}
