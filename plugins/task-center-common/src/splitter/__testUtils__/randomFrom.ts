/**
 * Makes a script out of up to 40 pieces. The same seed makes the same script.
 */
export function randomFrom(pieces: string[], seed: number): string {
  const random = mulberry32(seed);
  const length = 1 + Math.floor(random() * 40);
  return Array.from(
    { length },
    () => pieces[Math.floor(random() * pieces.length)],
  ).join('');
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}
