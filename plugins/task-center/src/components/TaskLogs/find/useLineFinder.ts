import { useEffect, useMemo, useState } from 'react';
import {
  createTextFinder,
  LineFinder,
  LogSearch,
} from 'backstage-plugin-task-center-common';

/**
 * Finds in the lines in sight what is looked for on the service, to mark it there.
 *
 * @internal
 */
export function useLineFinder(search: LogSearch): LineFinder | undefined {
  const { text, regex = false, matchCase = false } = search;
  const byText = useMemo(
    () => (text && !regex ? createTextFinder(text, { matchCase }) : undefined),
    [text, regex, matchCase],
  );
  const [byPattern, setByPattern] = useState<LineFinder>();

  useEffect(() => {
    setByPattern(undefined);
    if (!text || !regex) {
      return undefined;
    }
    let isWanted = true;
    import('./patternFinder')
      .then(({ createPatternFinder }) => {
        const finder = createPatternFinder(text, { matchCase });
        if (isWanted) {
          setByPattern(finder);
        }
      })
      // The service says what is wrong.
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [text, regex, matchCase]);

  return regex ? byPattern : byText;
}
