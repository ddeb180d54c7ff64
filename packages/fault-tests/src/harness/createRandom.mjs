/**
 * Random numbers that can be had again.
 *
 * @param {number} seed - TASK_CENTER_FAULT_SEED, or a new one
 * @returns {() => number} from 0 up to 1 (mulberry32)
 */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @returns {number} the seed of this run */
export function chooseSeed() {
  return Number(process.env.TASK_CENTER_FAULT_SEED ?? Date.now() % 2 ** 31);
}
