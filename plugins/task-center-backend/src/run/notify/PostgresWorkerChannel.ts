import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresListener } from './PostgresListener';
import { readPayload } from './readPayload';
import { WorkerChannel, WorkerMessage } from './WorkerChannel';

/**
 * Channels belong to a database, not to a schema of it: other installations in the same one hear us too, and look once
 * more for tasks than they need to.
 */
const CHANNEL = 'backstage_task_center';
const CLOSE_MS = 2_000;

/**
 * Carries messages by PostgreSQL's `NOTIFY` and `LISTEN`.
 *
 * @internal
 */
export class PostgresWorkerChannel implements WorkerChannel {
  private readonly id = randomUUID();
  private readonly unsent = new Set<string>();
  private sending: Promise<void> | undefined;
  private listener: PostgresListener | undefined;

  static create(options: {
    knex: Knex;
    logger: LoggerService;
  }): PostgresWorkerChannel {
    return new PostgresWorkerChannel(options.knex, options.logger);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly logger: LoggerService,
  ) {}

  send(message: WorkerMessage): void {
    this.unsent.add(JSON.stringify({ from: this.id, message }));
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined;
    });
  }

  listen(onMessage: (message: WorkerMessage) => void): void {
    this.listener = PostgresListener.start({
      knex: this.knex,
      logger: this.logger,
      channel: CHANNEL,
      onListening: () => onMessage({ kind: 'wake' }),
      onNotification: payload => {
        const { from, message } = readPayload(payload);
        if (message && from !== this.id) {
          onMessage(message);
        }
      },
    });
  }

  async close(): Promise<void> {
    await Promise.race([
      this.sending,
      sleep(CLOSE_MS, undefined, { ref: false }),
    ]);
    await this.listener?.close();
  }

  /** While one message is on its way, equal ones that come meanwhile become one. */
  private async sendAll(): Promise<void> {
    while (this.unsent.size > 0) {
      const payloads = [...this.unsent];
      this.unsent.clear();
      try {
        await this.knex.raw('select pg_notify(?, unnest(?::text[]))', [
          CHANNEL,
          payloads,
        ]);
      } catch (error: any) {
        this.logger.debug('Could not notify other workers', error);
      }
    }
  }
}
