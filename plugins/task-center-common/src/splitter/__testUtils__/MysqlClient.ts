import { spawn } from 'node:child_process';
import { RecordingServer } from './RecordingServer';

/** Without configuration files, going on behind errors, never touching this machine's files. */
const OPTIONS = [
  '--no-defaults',
  '--batch',
  '--force',
  '--sandbox',
  '--no-auto-rehash',
  '--default-character-set=utf8mb4',
  '--protocol=tcp',
  '--host=127.0.0.1',
];

/** What the client asks by itself before it changes the database. */
const OWN_QUESTION = 'SELECT DATABASE()';

/**
 * The `mariadb` command-line client, whose statements go to a server that records them.
 */
export class MysqlClient {
  private runs = 0;

  private constructor(
    private readonly path: string,
    private readonly server: RecordingServer,
  ) {}

  /**
   * @throws Error when the environment does not say where the client is.
   */
  static async create(): Promise<MysqlClient> {
    const path = process.env.TASK_CENTER_TEST_MARIADB_CLIENT;
    if (!path) {
      throw new Error(
        'TASK_CENTER_TEST_MARIADB_CLIENT must name the mariadb command-line client; run the test through scripts/withServers.mjs.',
      );
    }
    return new MysqlClient(path, await RecordingServer.create());
  }

  /**
   * Runs a script with further options and returns what the client sent, in order. Texts hold one character for each
   * byte.
   */
  async run(script: string, options: string[] = []): Promise<string[]> {
    const user = `run${this.runs++}`;
    const address = [`--port=${this.server.port}`, `--user=${user}`];
    const client = spawn(this.path, [...OPTIONS, ...address, ...options]);
    const complaints: Buffer[] = [];
    client.stderr.on('data', data => complaints.push(data));
    client.stdout.resume();
    client.stdin.on('error', () => {});
    client.stdin.end(Buffer.from(script, 'latin1'));
    await new Promise((resolve, reject) => {
      client.on('error', reject);
      client.on('close', resolve);
    });
    const sent = this.server.take(user);
    if (!sent) {
      throw new Error(
        `The client did not log in. ${Buffer.concat(complaints)}`,
      );
    }
    return sent
      .map(bytes => bytes.toString('latin1'))
      .filter(text => text !== OWN_QUESTION);
  }

  async close(): Promise<void> {
    await this.server.close();
  }
}
