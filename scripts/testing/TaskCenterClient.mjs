import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const FINAL = ['completed', 'failed', 'aborted'];
/** Often enough for a person, and seldom enough not to slow the backend. */
const POLL_MS = 50;

/** Talks to a running portal as its guest. */
export class TaskCenterClient {
  static async create(url) {
    const response = await fetch(`${url}/api/auth/guest/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await response.json();
    return new TaskCenterClient(`${url}/api/task-center`, {
      Authorization: `Bearer ${backstageIdentity.token}`,
    });
  }

  constructor(base, headers) {
    this.base = base;
    this.headers = headers;
  }

  async create(task) {
    return this.send('POST', '/tasks', {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(task),
    });
  }

  /**
   * Uploads a script and tells its id.
   *
   * @param {string | Iterable<string>} script - whole, or in pieces that are
   *   sent as they come
   */
  async upload(script) {
    const inPieces = typeof script !== 'string';
    const { scriptId } = await this.send('POST', '/scripts', {
      headers: { 'Content-Type': 'application/sql' },
      body: inPieces ? Readable.toWeb(Readable.from(script)) : script,
      duplex: inPieces ? 'half' : undefined,
    });
    return scriptId;
  }

  /** Uploads a script and runs it. Ends when the task has completed. */
  async run(task, script) {
    const scriptId = await this.upload(script);
    const { id } = await this.create({ ...task, scriptId });
    return this.completed(id);
  }

  /** Waits until a task has completed. */
  async completed(id) {
    const task = await this.ended(id);
    if (task.status !== 'completed') {
      throw new Error(`The task failed: ${task.failure?.message}`);
    }
    return task;
  }

  /** Waits until a task has ended, in whatever way. */
  async ended(id) {
    for (;;) {
      const task = await this.send('GET', `/tasks/${id}`);
      if (FINAL.includes(task.status)) return task;
      await sleep(POLL_MS);
    }
  }

  async downloadResults(id, file) {
    const response = await this.request('GET', `/tasks/${id}/results/download`);
    await pipeline(Readable.fromWeb(response.body), createWriteStream(file));
  }

  async delete(id) {
    await this.request('DELETE', `/tasks/${id}`);
  }

  async send(method, path, options) {
    return (await this.request(method, path, options)).json();
  }

  async request(method, path, options = {}) {
    const response = await fetch(`${this.base}${path}`, {
      ...options,
      method,
      headers: { ...this.headers, ...options.headers },
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${await response.text()}`);
    }
    return response;
  }
}
