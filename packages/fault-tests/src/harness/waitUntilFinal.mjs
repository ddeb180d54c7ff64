import { setTimeout as sleep } from 'node:timers/promises';

const LINES_TO_SHOW = 8;
const UNFINISHED = '/tasks?status=preparing&status=running&limit=100';

/**
 * Waits until no task is preparing or running.
 *
 * @param {TaskCenterClient} client
 * @param {number} [limitMs] - the longest that it may take
 * @throws Error that names the tasks that had not ended by then
 */
export async function waitUntilFinal(client, limitMs = 60_000) {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const { totalItems, items } = await client.send('GET', UNFINISHED);
    if (totalItems === 0) return;
    if (Date.now() > deadline) {
      const tasks = await Promise.all(items.map(it => describe(client, it)));
      throw new Error(
        [
          `${totalItems} tasks have not ended within ${limitMs / 1_000} s:`,
          ...tasks,
        ].join('\n'),
      );
    }
    await sleep(250);
  }
}

async function describe(client, { id, name, status, waiting }) {
  const log = `/tasks/${id}/logs`;
  const { totalItems } = await client.send('GET', `${log}?limit=0`);
  const offset = Math.max(0, totalItems - LINES_TO_SHOW);
  const { items } = await client.send('GET', `${log}?offset=${offset}`);
  const lines = items.map(({ time, message }) => `    ${time} ${message}`);
  const why = waiting ? `, ${waiting.cause}` : '';
  return [`  ${name} (${status}${why})`, ...lines].join('\n');
}
