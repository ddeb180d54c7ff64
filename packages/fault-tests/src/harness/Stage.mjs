import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBackend } from '../../../../scripts/testing/startBackend.mjs';
import { startMariadb } from '../../../../scripts/testing/startMariadb.mjs';
import { startPostgres } from '../../../../scripts/testing/startPostgres.mjs';
import { startProxy } from '../../../../scripts/testing/startProxy.mjs';
import { createMariadbTarget } from './createMariadbTarget.mjs';
import { createPostgresTarget } from './createPostgresTarget.mjs';

const LINES_TO_SHOW = 40;

/** Everything that a fault test needs, and what ends it all. */
export class Stage {
  /** Where every process writes to. */
  directory = mkdtempSync(join(tmpdir(), 'task-center-faults-'));
  targets = [];
  #servers = [];
  #proxies = [];
  #backends = [];
  #store;

  /**
   * @param {object} [options]
   * @param {'postgres' | 'sqlite'} [options.store] - where the plugin keeps
   *   its own tables; PostgreSQL has a server of its own then
   */
  static async create({ store = 'postgres' } = {}) {
    const stage = new Stage();
    try {
      await stage.#start(store);
      return stage;
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  /** The PostgreSQL of the plugin's own tables. */
  get store() {
    return this.#store;
  }

  /**
   * Loads a backend that starts when its `start(config)` is called.
   *
   * @returns what `loadBackend` returns
   */
  standBy() {
    const output = join(this.directory, `backend-${this.#backends.length}.log`);
    const backend = loadBackend({ output });
    this.#backends.push(backend);
    return backend;
  }

  /** Starts a backend. */
  async startBackend(config) {
    return this.standBy().start(config);
  }

  /** Opens a way to a target that can be made bad. */
  async openProxy(target) {
    const proxy = await startProxy(target.connection().port);
    this.#proxies.push(proxy);
    return proxy;
  }

  /**
   * @param {object} settings - for each of the connections
   * @returns {object[]} a connection to every target, named after its engine
   */
  connect(settings) {
    return this.targets.map(target => ({
      id: target.engine,
      target,
      ...settings,
    }));
  }

  /**
   * @param {{ id: string, target: object, port?: number,
   *   maxConcurrentTasks: number }[]} connections - `port` is that of a proxy
   * @param {object} [taskCenter] - the rest of the plugin's configuration
   * @returns {object} the configuration of a backend
   */
  config(connections, taskCenter) {
    const entries = connections.map(({ id, target, port, ...settings }) => [
      id,
      {
        engine: target.engine,
        entityRef: `resource:default/${id}`,
        connection: target.connection(port),
        ...settings,
      },
    ]);
    return {
      backend: { database: this.#database() },
      taskCenter: {
        connections: Object.fromEntries(entries),
        ...taskCenter,
      },
    };
  }

  /** The last of what every process wrote. */
  report() {
    const outputs = this.#backends.map(({ output }) => [
      output,
      readFileSync(output, 'utf8'),
    ]);
    const servers = this.#servers.map(({ url, output }) => [
      `the server on port ${new URL(url).port}`,
      output(),
    ]);
    return [...outputs, ...servers]
      .map(([name, text]) => `── ${name} ──\n${lastLines(text)}`)
      .join('\n');
  }

  /** Ends all processes. Removes what they wrote unless told to keep it. */
  async close({ keep = false } = {}) {
    await Promise.all(this.#backends.map(backend => backend.kill()));
    await Promise.all(this.#proxies.map(proxy => proxy.stop()));
    await Promise.all(this.#servers.map(server => server.stop()));
    if (!keep) rmSync(this.directory, { recursive: true, force: true });
  }

  async #start(store) {
    const starts = [startMariadb(), startPostgres()];
    if (store === 'postgres') starts.push(startPostgres());
    const outcomes = await Promise.allSettled(starts);
    this.#servers = outcomes.flatMap(({ value }) => value ?? []);
    const failed = outcomes.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
    const [mariadb, postgres, own] = this.#servers;
    this.#store = own;
    this.targets = [
      await createMariadbTarget(mariadb),
      await createPostgresTarget(postgres),
    ];
  }

  #database() {
    if (!this.#store) {
      const directory = join(this.directory, 'store');
      mkdirSync(directory, { recursive: true });
      return { client: 'better-sqlite3', connection: { directory } };
    }
    const { hostname, port, username, password } = new URL(this.#store.url);
    const connection = { host: hostname, port, user: username, password };
    return { client: 'pg', connection };
  }
}

function lastLines(text) {
  return text.split('\n').slice(-LINES_TO_SHOW).join('\n');
}
