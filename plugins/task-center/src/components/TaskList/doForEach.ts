import createLimiter from 'p-limit';

const AT_ONCE = 4;

/**
 * Does something for each of several items, a few at a time, whatever becomes of the others.
 *
 * @param onProgress - called with how many are over, whatever became of them
 * @returns those for which it failed, with the reason
 * @internal
 */
export async function doForEach<T>(
  items: T[],
  deed: (item: T) => Promise<unknown>,
  onProgress: (done: number) => void,
): Promise<{ item: T; error: Error }[]> {
  const limit = createLimiter(AT_ONCE);
  let done = 0;
  const outcomes = await Promise.all(
    items.map(item =>
      limit(async () => {
        try {
          await deed(item);
          return undefined;
        } catch (error) {
          return { item, error: error as Error };
        } finally {
          done += 1;
          onProgress(done);
        }
      }),
    ),
  );
  return outcomes.filter(outcome => outcome !== undefined);
}
