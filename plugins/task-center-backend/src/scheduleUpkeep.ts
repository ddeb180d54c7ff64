import { SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { DefaultResultViews } from './results';
import { TaskRecovery } from './run';
import { SegmentStorage } from './streams';
import { sumUpTaskCounts, TaskRetention } from './tasks';

const RECOVERY_FREQUENCY = { seconds: 5 };
const HOURLY = {
  frequency: { hours: 1 },
  timeout: { minutes: 50 },
  initialDelay: { minutes: 1 },
  scope: 'global',
} as const;

/**
 * Has done again and again what nobody asks for.
 *
 * @internal
 */
export async function scheduleUpkeep(options: {
  scheduler: SchedulerService;
  knex: Knex;
  recovery: TaskRecovery;
  retention: TaskRetention;
  views: DefaultResultViews;
  storage: SegmentStorage;
}): Promise<void> {
  const { scheduler, knex, recovery, retention, views, storage } = options;
  await scheduler.scheduleTask({
    id: 'task-center-recovery',
    frequency: RECOVERY_FREQUENCY,
    timeout: { minutes: 5 },
    // Backends that started together do not look together for ever.
    initialDelay: { milliseconds: Math.round(5_000 * Math.random()) },
    // With the scope 'global', a backend that is killed while it does this keeps all others from it for minutes.
    scope: 'local',
    fn: async () => {
      await recovery.look();
    },
  });
  await scheduler.scheduleTask({
    id: 'task-center-counts',
    frequency: { minutes: 5 },
    timeout: { minutes: 5 },
    initialDelay: { minutes: 1 },
    scope: 'global',
    fn: () => sumUpTaskCounts(knex),
  });
  await scheduler.scheduleTask({
    id: 'task-center-retention',
    ...HOURLY,
    fn: async () => {
      await retention.clean();
      await views.clean();
    },
  });
  if (storage.usesObjects) {
    await scheduler.scheduleTask({
      id: 'task-center-object-storage',
      ...HOURLY,
      fn: signal => storage.tidy(signal),
    });
  }
}
