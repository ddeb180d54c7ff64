/**
 * Resolves after a time, or at once when the signal is aborted.
 *
 * @internal
 */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  let stop = () => {};
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, ms);
    stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) {
      stop();
    }
  });
  signal.removeEventListener('abort', stop);
}
