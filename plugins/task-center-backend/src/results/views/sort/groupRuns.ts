import { Run } from './RunStore';

/** Of each run, one segment is in the works, the next is inflated, and some more are fetched as they are stored. */
const SEGMENTS_IN_MEMORY = 4;

/**
 * @internal
 */
export interface MergeLimits {
  /** How many runs are merged at once at most; 2 or more. */
  fanIn: number;
  /** How much they may hold in memory, by the size of their segments. Two runs are merged whatever they hold. */
  bytes: number;
}

/**
 * Which runs are merged with each other. They stay in their order.
 *
 * @internal
 */
export function groupRuns(runs: Run[], limits: MergeLimits): Run[][] {
  const groups: Run[][] = [];
  let group: Run[] = [];
  let bytes = 0;
  for (const run of runs) {
    const size = SEGMENTS_IN_MEMORY * run.largestSegment;
    const isFull = group.length >= limits.fanIn || bytes + size > limits.bytes;
    if (isFull && group.length >= 2) {
      groups.push(group);
      group = [];
      bytes = 0;
    }
    group.push(run);
    bytes += size;
  }
  return group.length > 0 ? [...groups, group] : groups;
}

/**
 * How many times each record will be written until there is one sorted stream, the last time included.
 *
 * @internal
 */
export function countMerges(runs: Run[], limits: MergeLimits): number {
  let left = runs;
  for (let merges = 1; ; merges++) {
    const groups = groupRuns(left, limits);
    if (groups.length <= 1) {
      return merges;
    }
    left = groups.map((group, number) => ({
      pass: merges,
      number,
      largestSegment: Math.max(...group.map(run => run.largestSegment)),
    }));
  }
}
