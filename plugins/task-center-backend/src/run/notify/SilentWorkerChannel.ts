import { WorkerChannel } from './WorkerChannel';

/**
 * For a database that cannot notify.
 *
 * @internal
 */
export class SilentWorkerChannel implements WorkerChannel {
  static create(): SilentWorkerChannel {
    return new SilentWorkerChannel();
  }

  private constructor() {}

  send(): void {}

  listen(): void {}

  async close(): Promise<void> {}
}
