import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until every address answers with a status below 400.
 *
 * @param {string[]} urls - the addresses
 * @param {AbortSignal} signal - ends the waiting
 * @returns {Promise<boolean>} false when the signal came first
 */
export async function waitUntilAnswers(urls, signal) {
  for (const url of urls) {
    while (!(await answers(url, signal))) {
      if (signal.aborted) return false;
      await sleep(1000);
    }
  }
  return true;
}

async function answers(url, signal) {
  try {
    const headers = { accept: 'text/html,application/json' };
    const response = await fetch(url, { headers, signal });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
