/**
 * Does something in one tab of the browser at a time: when that tab is closed, another one goes on. Where the browser
 * cannot tell (outside of secure contexts), every tab does it.
 *
 * @internal
 */
export async function inOneTab(
  name: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  try {
    await (locks ? locks.request(name, { signal }, work) : work());
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}
