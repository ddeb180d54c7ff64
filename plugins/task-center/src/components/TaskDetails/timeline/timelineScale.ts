/** From the one above, so that what is written beside them can be read. */
const APART = 0.22;

/**
 * A duration that is marked on the scale.
 *
 * @internal
 */
export interface ScaleMark {
  ms: number;
  /** Of the whole height. */
  share: number;
}

/**
 * How high a bar is, on a logarithmic scale: a tenth of a millisecond has hardly any height, and each tenfold as much more.
 *
 * @returns a share of the whole height
 * @internal
 */
export function shareOf(ms: number, longestMs: number): number {
  const scale = (value: number) => Math.log10(1 + value * 10);
  return longestMs > 0 ? scale(ms) / scale(longestMs) : 0;
}

/**
 * The longest duration, and below it the tenfold ones that there is room for, the longest first.
 *
 * @internal
 */
export function listScaleMarks(longestMs: number): ScaleMark[] {
  const marks = [{ ms: longestMs, share: 1 }];
  const power = Math.floor(Math.log10(longestMs));
  for (let ms = 10 ** power; ms >= 0.1; ms /= 10) {
    const share = shareOf(ms, longestMs);
    if (share < APART) {
      break;
    }
    if (share <= marks[marks.length - 1].share - APART) {
      marks.push({ ms, share });
    }
  }
  return marks;
}
