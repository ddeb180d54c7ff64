import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const ANSWER_MS = 10_000;
const CHECK_MS = 30_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * @internal
 */
export interface PostgresListenerOptions {
  knex: Knex;
  logger: LoggerService;
  channel: string;
  onNotification(payload: string): void;
  /** Called whenever it begins to listen: what came before was not heard. */
  onListening(): void;
}

/**
 * Listens on a channel of PostgreSQL until it is closed, over a connection of its own. When that is lost, it connects
 * again.
 *
 * @internal
 */
export class PostgresListener {
  private readonly closing = new AbortController();
  private readonly loop: Promise<void>;
  private failures = 0;

  static start(options: PostgresListenerOptions): PostgresListener {
    return new PostgresListener(options);
  }

  private constructor(private readonly options: PostgresListenerOptions) {
    this.loop = this.listenForever();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.loop;
  }

  private async listenForever(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      try {
        await this.listen();
      } catch (error: any) {
        if (!signal.aborted) {
          this.failed(error);
          await sleep(this.pause(), undefined, { signal }).catch(() => {});
        }
      }
    }
  }

  private async listen(): Promise<void> {
    const connection = await this.connect();
    const ended = new AbortController();
    const stop = AbortSignal.any([ended.signal, this.closing.signal]);
    connection.once('end', () => ended.abort());
    connection.once('error', error => ended.abort(error));
    connection.on('notification', ({ payload }) =>
      this.options.onNotification(payload ?? ''),
    );
    try {
      await answered(connection.query(`LISTEN ${this.options.channel}`), stop);
      this.succeeded();
      for (;;) {
        await sleep(CHECK_MS, undefined, { signal: stop });
        // A connection that the network has forgotten says nothing by itself.
        await answered(connection.query('SELECT 1'), stop);
      }
    } catch (error) {
      throw ended.signal.aborted ? ended.signal.reason : error;
    } finally {
      connection.end().catch(() => {});
    }
  }

  private async connect(): Promise<Client> {
    const connecting: Promise<Client> =
      this.options.knex.client.acquireRawConnection();
    try {
      return await answered(connecting, this.closing.signal);
    } catch (error) {
      connecting.then(
        late => late.end(),
        () => {},
      );
      throw error;
    }
  }

  private succeeded(): void {
    if (this.failures > 0) {
      this.options.logger.info('Listening for other workers again');
    }
    this.failures = 0;
    this.options.onListening();
  }

  private failed(error: Error): void {
    if (this.failures === 0) {
      this.options.logger.warn(
        'Cannot listen for other workers; until that is possible again, tasks start and abort requests arrive a little later',
        error,
      );
    }
    this.failures += 1;
  }

  private pause(): number {
    const longest = Math.min(
      FIRST_PAUSE_MS * 2 ** (this.failures - 1),
      LONGEST_PAUSE_MS,
    );
    return longest * (0.5 + Math.random() / 2);
  }
}

/** The answer of the server, if it comes in time and before the signal. */
async function answered<T>(answer: Promise<T>, stop: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stopped = () => reject(stop.reason);
    const timer = setTimeout(
      () => reject(new Error('PostgreSQL did not answer in time')),
      ANSWER_MS,
    );
    stop.addEventListener('abort', stopped);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      stop.removeEventListener('abort', stopped);
    });
    if (stop.aborted) {
      stopped();
    }
  });
}
