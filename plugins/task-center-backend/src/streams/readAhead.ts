/**
 * Has the next item fetched while the present one is worked on.
 *
 * @internal
 */
export async function* readAhead<T>(
  items: AsyncIterable<T>,
): AsyncGenerator<T, void> {
  const iterator = items[Symbol.asyncIterator]();
  let next = fetchNext(iterator);
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) {
        return;
      }
      next = fetchNext(iterator);
      yield value;
    }
  } finally {
    await next.catch(() => {});
    await iterator.return?.();
  }
}

function fetchNext<T>(iterator: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = iterator.next();
  // Whoever awaits it hears of the error; it may fail before somebody does.
  next.catch(() => {});
  return next;
}
