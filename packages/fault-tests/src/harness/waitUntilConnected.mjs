import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until each task has a session on its database, or has ended.
 *
 * @param {TaskCenterClient} client
 * @param {{ id: string }[]} tasks
 */
export async function waitUntilConnected(client, tasks) {
  for (const { id } of tasks) {
    while (!(await wasConnected(client, id))) await sleep(50);
  }
}

async function wasConnected(client, id) {
  const { finishedAt } = await client.send('GET', `/tasks/${id}`);
  if (finishedAt) return true;
  const { totalItems } = await client.send(
    'GET',
    `/tasks/${id}/logs?search=Connected&limit=0`,
  );
  return totalItems > 0;
}
