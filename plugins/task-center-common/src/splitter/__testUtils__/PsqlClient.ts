import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PostgresRecordingServer } from './PostgresRecordingServer';

/** Stands between the scripts of one run. */
const BETWEEN = 'between two scripts';

/** As many as the arguments of one process can name by far. */
const SCRIPTS_AT_ONCE = 200;

/**
 * The `psql` command-line client, whose statements go to a server that records them.
 */
export class PsqlClient {
  private constructor(
    private readonly path: string,
    private readonly server: PostgresRecordingServer,
  ) {}

  /**
   * @throws Error when the environment does not say where psql is.
   */
  static async create(): Promise<PsqlClient> {
    const path = process.env.TASK_CENTER_TEST_PSQL;
    if (!path) {
      throw new Error(
        'TASK_CENTER_TEST_PSQL must name psql; run the test through scripts/withServers.mjs.',
      );
    }
    return new PsqlClient(path, await PostgresRecordingServer.create());
  }

  /**
   * Runs scripts and returns what was sent for each, in order. Texts hold one character for each byte.
   */
  async run(scripts: string[]): Promise<string[][]> {
    const sent: string[][] = [];
    for (let at = 0; at < scripts.length; at += SCRIPTS_AT_ONCE) {
      sent.push(
        ...(await this.runOnce(scripts.slice(at, at + SCRIPTS_AT_ONCE))),
      );
    }
    return sent;
  }

  async close(): Promise<void> {
    await this.server.close();
  }

  private async runOnce(scripts: string[]): Promise<string[][]> {
    const directory = await mkdtemp(join(tmpdir(), 'task-center-psql-'));
    try {
      const args: string[] = [];
      for (const [index, script] of scripts.entries()) {
        const file = join(directory, `${index}.sql`);
        await writeFile(file, script, 'latin1');
        args.push('-f', file, '-c', BETWEEN);
      }
      await promisify(execFile)(this.path, ['-X', '-q', ...args], {
        env: {
          PGHOST: '127.0.0.1',
          PGPORT: String(this.server.port),
          PGUSER: 'test',
          PGDATABASE: 'test',
          PGCLIENTENCODING: 'UTF8',
        },
      });
    } finally {
      await rm(directory, { recursive: true });
    }
    return inScripts(this.server.take());
  }
}

function inScripts(asked: Buffer[]): string[][] {
  const scripts: string[][] = [[]];
  for (const text of asked.map(bytes => bytes.toString('latin1'))) {
    if (text === BETWEEN) {
      scripts.push([]);
    } else {
      scripts[scripts.length - 1].push(text);
    }
  }
  return scripts.slice(0, -1);
}
