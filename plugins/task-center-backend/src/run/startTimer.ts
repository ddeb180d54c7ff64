const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Calls back after so many milliseconds, however many: a timer of Node.js alone counts no more than 24 days.
 *
 * @returns what stops the timer
 * @internal
 */
export function startTimer(ms: number, callback: () => void): () => void {
  const until = performance.now() + ms;
  let timer: NodeJS.Timeout;
  const wait = () => {
    const left = until - performance.now();
    if (left <= 0) {
      callback();
    } else {
      timer = setTimeout(wait, Math.min(left, MAX_TIMER_MS));
    }
  };
  timer = setTimeout(wait, Math.min(ms, MAX_TIMER_MS));
  return () => clearTimeout(timer);
}
