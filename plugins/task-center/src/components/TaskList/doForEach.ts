import createLimiter from 'p-limit';

const AT_ONCE = 4;

/**
 * Does something for each of several items, a few at a time, whatever becomes of the others.
 *
 * @returns those for which it failed, with the reason
 * @internal
 */
export async function doForEach<T>(
  items: T[],
  deed: (item: T) => Promise<unknown>,
): Promise<{ item: T; error: Error }[]> {
  const limit = createLimiter(AT_ONCE);
  const outcomes = await Promise.all(
    items.map(item =>
      limit(async () => {
        try {
          await deed(item);
          return undefined;
        } catch (error) {
          return { item, error: error as Error };
        }
      }),
    ),
  );
  return outcomes.filter(outcome => outcome !== undefined);
}
