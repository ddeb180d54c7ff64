/** Runs contestants by turns, several times, and tells the median of each in milliseconds. */
export async function measure(contestants, rounds) {
  const times = new Map(Object.keys(contestants).map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, contestant] of Object.entries(contestants)) {
      const began = performance.now();
      const took = await contestant();
      times.get(name).push(took ?? performance.now() - began);
    }
  }
  return Object.fromEntries(
    [...times].map(([name, list]) => [name, median(list)]),
  );
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
