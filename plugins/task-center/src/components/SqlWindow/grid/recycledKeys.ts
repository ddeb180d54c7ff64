/**
 * How many keys there are for so many things of a grid that are drawn at once. What comes into sight takes the key, and so
 * the elements, of what has left it; the number is rounded up, so that it stays the same while one scrolls.
 *
 * @internal
 */
export function recycledKeys(drawn: number): number {
  return Math.ceil(drawn / 16 + 0.5) * 16;
}
