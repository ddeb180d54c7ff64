const STEP = 25;

/**
 * How much of something is done, in whole quarters: 0, 25, 50, 75 or 100. For what is read out, which is not to speak at
 * every step.
 *
 * @internal
 */
export function roughPercent(done: number, total: number): number {
  const percent = (done / Math.max(1, total)) * 100;
  return Math.floor(percent / STEP) * STEP;
}
