import { createContext } from 'react';
import { ResultsAhead } from './ResultsAhead';

/**
 * What was asked for before the SQL window was there.
 *
 * @internal
 */
export const ResultsAheadContext = createContext<ResultsAhead | undefined>(
  undefined,
);
