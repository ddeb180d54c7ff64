import { ConnectionActivity } from 'backstage-plugin-task-center-common';
import { withoutUndefined } from '../toTask';
import { TaskCount } from './countByDuration';

/**
 * Adds up the tasks of one connection.
 *
 * @internal
 */
export class ConnectionCounter {
  private tasks = 0;
  private failed = 0;
  private longest: number | undefined;
  private readonly durations = new Map<number, number>();

  constructor(private readonly connection: string) {}

  add(count: TaskCount): void {
    this.tasks += count.tasks;
    if (count.status === 'failed') {
      this.failed += count.tasks;
    }
    if (count.duration !== undefined) {
      const before = this.durations.get(count.duration) ?? 0;
      this.durations.set(count.duration, before + count.tasks);
      this.longest = Math.max(this.longest ?? 0, count.longest ?? 0);
    }
  }

  result(): ConnectionActivity {
    return withoutUndefined({
      connection: this.connection,
      tasks: this.tasks,
      failed: this.failed,
      medianDurationMs: this.median(),
      longestDurationMs: this.longest,
    });
  }

  private median(): number | undefined {
    const durations = [...this.durations].sort(([a], [b]) => a - b);
    const all = durations.reduce((sum, [, tasks]) => sum + tasks, 0);
    let seen = 0;
    return durations.find(([, tasks]) => {
      seen += tasks;
      return 2 * seen >= all;
    })?.[0];
  }
}
