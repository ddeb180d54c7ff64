/**
 * Cuts a list wherever what follows does not go with what is before it.
 *
 * @internal
 */
export function splitRuns<T>(
  items: T[],
  goesWith: (before: T, item: T) => boolean,
): T[][] {
  const runs: T[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && goesWith(last[last.length - 1], item)) {
      last.push(item);
    } else {
      runs.push([item]);
    }
  }
  return runs;
}
