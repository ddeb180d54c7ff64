import { useRef } from 'react';
import { ShownRows } from '../rows/useRowSource';
import { GridQuery } from './GridQuery';

const NOTHING: GridQuery = { filters: [], sort: [], scope: 'whole' };

/**
 * What was asked last of which the rows were there: where one goes back to when an answer takes too long.
 *
 * @internal
 */
export function useAnsweredQuery(
  query: GridQuery,
  { progress, error }: ShownRows,
): GridQuery {
  const answered = useRef(NOTHING);
  if (!progress && !error) {
    answered.current = query;
  }
  return answered.current;
}
