import { startMariadb } from './startMariadb.mjs';
import { startPostgres } from './startPostgres.mjs';

/**
 * Starts the database servers that the tests need.
 *
 * @param {object} [which] - which servers; all by default
 * @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> }>}
 *   the variables that tests read, and what ends the servers
 */
export async function startServers({ mariadb = true, postgres = true } = {}) {
  const starts = [];
  if (mariadb) starts.push(startMariadb());
  if (postgres) starts.push(startPostgres());
  const outcomes = await Promise.allSettled(starts);
  const servers = outcomes
    .filter(outcome => outcome.status === 'fulfilled')
    .map(outcome => outcome.value);
  const stop = async () => {
    await Promise.all(servers.map(server => server.stop()));
  };
  const failure = outcomes.find(outcome => outcome.status === 'rejected');
  if (failure) {
    await stop();
    throw failure.reason;
  }
  return { env: Object.assign({}, ...servers.map(({ env }) => env)), stop };
}
