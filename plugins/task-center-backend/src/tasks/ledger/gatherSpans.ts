import { TimelineBucket } from 'backstage-plugin-task-center-common';

/**
 * Puts neighbours together until there are few enough. Each bucket has its place in the script, whatever was run of it
 * by now, so that they do not move while more is run.
 *
 * @param spans - in order
 * @param script - the first statement of the whole, how many there are, and how many buckets it becomes at most
 * @internal
 */
export function gatherSpans(
  spans: TimelineBucket[],
  script: { first: number; total: number; buckets: number },
): TimelineBucket[] {
  const longest = spans.reduce(
    (length, { from, to }) => Math.max(length, to - from + 1),
    1,
  );
  const width = Math.max(longest, Math.ceil(script.total / script.buckets));
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

function addTo(bucket: TimelineBucket, span: TimelineBucket): void {
  bucket.to = span.to;
  bucket.durationMs += span.durationMs;
  bucket.failed += span.failed;
  bucket.ended += span.ended;
  if (span.slowestMs > bucket.slowestMs) {
    bucket.slowest = span.slowest;
    bucket.slowestMs = span.slowestMs;
  }
}
