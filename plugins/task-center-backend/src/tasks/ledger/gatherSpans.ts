import { TimelineBucket } from 'backstage-plugin-task-center-common';

/**
 * Puts neighbours together that begin in the same part of the script. The parts depend on the length of the script alone, so
 * what is run later comes behind the buckets that there are, and moves none of them.
 *
 * @param spans - in order
 * @param script - the first statement of the whole, how many there are, and how many buckets it becomes at most
 * @internal
 */
export function gatherSpans(
  spans: TimelineBucket[],
  script: { first: number; total: number; buckets: number },
): TimelineBucket[] {
  const width = Math.max(1, Math.ceil(script.total / script.buckets));
  const buckets: TimelineBucket[] = [];
  let place = -1;
  for (const span of spans) {
    const own = Math.floor((span.from - script.first) / width);
    if (own === place) {
      addTo(buckets[buckets.length - 1], span);
    } else {
      buckets.push({ ...span });
      place = own;
    }
  }
  return buckets;
}

/**
 * Puts neighbours together.
 *
 * @param spans - in order, at least one
 * @internal
 */
export function joinSpans([
  first,
  ...others
]: TimelineBucket[]): TimelineBucket {
  const joined = { ...first };
  others.forEach(span => addTo(joined, span));
  return joined;
}

function addTo(bucket: TimelineBucket, span: TimelineBucket): void {
  bucket.to = span.to;
  bucket.durationMs += span.durationMs;
  bucket.failed += span.failed;
  bucket.ended += span.ended;
  bucket.rolledBack += span.rolledBack;
  if (span.slowestMs > bucket.slowestMs) {
    bucket.slowest = span.slowest;
    bucket.slowestMs = span.slowestMs;
  }
}
