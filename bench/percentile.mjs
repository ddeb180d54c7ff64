/** What that many percent of the figures do not go beyond, with one decimal. */
export function percentile(figures, percent) {
  const sorted = [...figures].sort((a, b) => a - b);
  const index = Math.ceil((percent / 100) * sorted.length) - 1;
  return Number(sorted[Math.max(0, index)].toFixed(1));
}
