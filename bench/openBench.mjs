import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBackend } from '../scripts/testing/startBackend.mjs';
import { startMariadb } from '../scripts/testing/startMariadb.mjs';
import { startPostgres } from '../scripts/testing/startPostgres.mjs';
import { startProxy } from '../scripts/testing/startProxy.mjs';
import { mariadbPeer } from './mariadbPeer.mjs';
import { postgresPeer } from './postgresPeer.mjs';

/**
 * What a measurement needs: private servers, the native client of each, and
 * backends with Task Center.
 *
 * @param {Function} measureAll - gets it; everything is ended behind it
 */
export async function openBench(measureAll) {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-bench-'));
  const ends = [() => rmSync(directory, { recursive: true, force: true })];
  const keep = (thing, end) => {
    ends.unshift(end);
    return thing;
  };
  const outputs = [];
  try {
    const mariadb = await startMariadb();
    keep(mariadb, () => mariadb.stop());
    const postgres = await startPostgres();
    keep(postgres, () => postgres.stop());
    const peers = [mariadbPeer(mariadb), postgresPeer(postgres)];
    await measureAll({
      directory,
      peers,
      store: {
        sqlite: sqliteStore(directory),
        postgres: postgresStore(postgres),
      },
      /** Writes a file and tells its path. */
      write(name, text) {
        const file = join(directory, name);
        writeFileSync(file, text);
        return file;
      },
      /** A way to a peer on which each round trip takes that much longer. */
      async openProxy(peer, roundTripMs) {
        const proxy = await startProxy(peer.port);
        keep(proxy, () => proxy.stop());
        proxy.delay(roundTripMs / 2);
        return proxy.port;
      },
      /** Starts a backend with these connections, by their ids. */
      async startBackend({ connections, store, execArgv, ...settings }) {
        const output = join(directory, `backend-${ends.length}.log`);
        const backend = loadBackend({ output, execArgv });
        outputs.push(output);
        keep(backend, () => backend.kill());
        return backend.start({
          backend: { database: store ?? sqliteStore(directory) },
          taskCenter: { connections, ...settings },
        });
      },
    });
  } catch (error) {
    outputs.forEach(file => process.stderr.write(readFileSync(file)));
    throw error;
  } finally {
    for (const end of ends) await end();
  }
}

function sqliteStore(directory) {
  return { client: 'better-sqlite3', connection: { directory } };
}

function postgresStore({ url }) {
  const { hostname, port, username, password } = new URL(url);
  const connection = { host: hostname, port, user: username, password };
  return { client: 'pg', connection };
}
