/**
 * Puts an item of `previous` in the place of each item of `next` that says the same, so that React leaves its row
 * alone.
 *
 * @internal
 */
export function reuseUnchanged<T extends { id: string }>(
  previous: T[] | undefined,
  next: T[],
): T[] {
  const known = new Map(previous?.map(item => [item.id, item]));
  return next.map(item => {
    const old = known.get(item.id);
    return old && JSON.stringify(old) === JSON.stringify(item) ? old : item;
  });
}
