import { databaseNow } from '../database';
import { DispatchWindow } from './DispatchWindow';
import { RunContext } from './RunContext';
import { checkStop, untilStopped } from './StoppedError';

/**
 * Writes down which statements are about to be sent, before they are.
 *
 * @internal
 */
export class IntentWriter {
  private readonly window = DispatchWindow.create();
  private started = false;

  /**
   * @param total - how many statements the script has
   */
  static create(context: RunContext, total: number): IntentWriter {
    return new IntentWriter(context, total);
  }

  private constructor(
    private readonly context: RunContext,
    private readonly total: number,
  ) {}

  /**
   * Comes back when it is stored that the statements from the first to the last one may be sent.
   *
   * @throws StoppedError when the run was told to stop
   * @throws StorageError when storage refused it for some seconds
   */
  async allow(first: number, last: number): Promise<void> {
    const { record, control, knex } = this.context;
    checkStop(control);
    const through = this.window.open(first, last);
    if (through === undefined) {
      return;
    }
    const saved = record.save({
      // One behind the last statement would stand for the commit.
      dispatched_through: Math.min(through, this.total),
      ...(!this.started && {
        status: 'running',
        started_at: databaseNow(knex),
      }),
    });
    // Storage that does not answer must not keep a run from ending its session.
    await untilStopped(saved, control);
    this.started = true;
    checkStop(control);
  }
}
