/**
 * @param {{ first: number, last: number }[]} spans
 * @returns {number} how many of them there were at the same time, at most
 */
export function findOverlap(spans) {
  const events = spans.flatMap(({ first, last }) => [
    { at: Number(first), change: 1 },
    { at: Number(last), change: -1 },
  ]);
  // An end and a beginning in the same microsecond are not at once.
  events.sort((a, b) => a.at - b.at || a.change - b.change);
  let now = 0;
  let most = 0;
  for (const { change } of events) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
}
