import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { TASK_SIGNAL_CHANNEL } from 'backstage-plugin-task-center-common';
import { TaskSignals } from './TaskSignals';

/** What changes together is told together. */
const GATHER_MS = 100;
/** However much happens, the pages hear of it no more often than that. */
const PAUSE_MS = 1_000;

/**
 * Tells of changes by the signals of the portal. Where it has none, nobody hears them.
 *
 * @internal
 */
export class DefaultTaskSignals implements TaskSignals {
  private timer: NodeJS.Timeout | undefined;
  private toldAt = -Infinity;

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

  changed(): void {
    if (!this.timer) {
      const pauseMs = this.toldAt + PAUSE_MS - performance.now();
      this.timer = setTimeout(() => this.tell(), Math.max(GATHER_MS, pauseMs));
      this.timer.unref();
    }
  }

  private tell(): void {
    this.timer = undefined;
    this.toldAt = performance.now();
    this.signals
      .publish({
        // It reaches those, too, who are not signed in.
        recipients: { type: 'broadcast' },
        channel: TASK_SIGNAL_CHANNEL,
        message: {},
      })
      .catch(error =>
        this.logger.debug('Could not tell of changes of tasks', error),
      );
  }
}
