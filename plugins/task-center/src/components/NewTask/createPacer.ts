const SLICE_MS = 8;

/**
 * Gives a function that long work calls now and then. When a slice of a few milliseconds is over, it lets others have their
 * turn, so that typing does not stutter.
 *
 * @param onBreath - called at the end of a slice
 * @internal
 */
export function createPacer(onBreath?: () => void): () => Promise<void> {
  let sliceEnd = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < sliceEnd) {
      return;
    }
    onBreath?.();
    await nextTurn();
    sliceEnd = performance.now() + SLICE_MS;
  };
}

/** Browsers hold back the timers of a hidden tab, by a second each, but not its messages. */
function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
