import { ResultSet } from 'backstage-plugin-task-center-common';

/**
 * The number that stands before each result set, by its index: that of its statement (`#5`), and its place where a
 * statement returned several (`#5.1`, `#5.2`).
 *
 * @internal
 */
export function numberResultSets(
  resultSets: ResultSet[],
): ReadonlyMap<number, string> {
  const places = new Map<number, number[]>();
  for (const { index, statement } of resultSets) {
    places.set(statement, [...(places.get(statement) ?? []), index]);
  }
  return new Map(
    resultSets.map(({ index, statement }) => {
      const siblings = places.get(statement)!;
      const place = `.${siblings.indexOf(index) + 1}`;
      return [index, `#${statement}${siblings.length > 1 ? place : ''}`];
    }),
  );
}
