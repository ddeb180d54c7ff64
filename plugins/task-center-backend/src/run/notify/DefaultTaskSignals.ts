import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  TASK_SIGNAL_CHANNEL,
  TaskSignal,
} from 'backstage-plugin-task-center-common';
import { TaskSignals } from './TaskSignals';

/** What changes together is told together. */
const GATHER_MS = 100;
/** However many tasks run, the pages hear of it no more often than that. */
const PAUSE_MS = 1_000;
const MAX_NAMED = 100;

/**
 * Tells of changes by the signals of the portal. Where it has none, nobody hears them.
 *
 * @internal
 */
export class DefaultTaskSignals implements TaskSignals {
  private readonly changes = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private toldAt = 0;

  static create(options: {
    signals: SignalsService;
    logger: LoggerService;
  }): DefaultTaskSignals {
    return new DefaultTaskSignals(options.signals, options.logger);
  }

  private constructor(
    private readonly signals: SignalsService,
    private readonly logger: LoggerService,
  ) {}

  changed(taskId: string): void {
    this.changes.add(taskId);
    if (!this.timer) {
      const pauseMs = this.toldAt + PAUSE_MS - Date.now();
      this.timer = setTimeout(() => this.tell(), Math.max(GATHER_MS, pauseMs));
      this.timer.unref();
    }
  }

  private tell(): void {
    const message: TaskSignal =
      this.changes.size > MAX_NAMED ? {} : { taskIds: [...this.changes] };
    this.changes.clear();
    this.timer = undefined;
    this.toldAt = Date.now();
    this.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: TASK_SIGNAL_CHANNEL,
        message,
      })
      .catch(error =>
        this.logger.debug('Could not tell of changes of tasks', error),
      );
  }
}
