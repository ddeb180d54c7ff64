import {
  Activity,
  ActivityBucket,
  ActivityStep,
  Task,
} from 'backstage-plugin-task-center-common';
import { ActivityRequest } from '../src/api';

const HOUR_MS = 3_600_000;
const WIDTHS: Record<ActivityStep, number> = {
  '1h': HOUR_MS,
  '6h': 6 * HOUR_MS,
  '1d': 24 * HOUR_MS,
};

/** Counts tasks as the service does, but for days on which the clocks change and the median. */
export function createActivity(
  tasks: Task[],
  request: ActivityRequest,
): Activity {
  const { from, to, step, connection, createdBy } = request;
  const wanted = tasks.filter(
    task =>
      (!connection || [connection].flat().includes(task.connection)) &&
      (!createdBy || task.createdBy === createdBy),
  );
  const buckets: ActivityBucket[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += WIDTHS[step]) {
    buckets.push(toBucket(wanted, at, at + WIDTHS[step]));
  }
  const inTime = createdBetween(wanted, Date.parse(from), Date.parse(to));
  return {
    buckets,
    connections: [...new Set(inTime.map(task => task.connection))].map(id => {
      const own = inTime.filter(task => task.connection === id);
      const durations = own.flatMap(({ startedAt, finishedAt }) =>
        startedAt && finishedAt
          ? [Date.parse(finishedAt) - Date.parse(startedAt)]
          : [],
      );
      return {
        connection: id,
        tasks: own.length,
        failed: countStatus(own, 'failed'),
        medianDurationMs: durations[0],
        longestDurationMs: durations.length
          ? Math.max(...durations)
          : undefined,
      };
    }),
    now: {
      preparing: countStatus(wanted, 'preparing'),
      running: countStatus(wanted, 'running'),
    },
  };
}

function toBucket(tasks: Task[], from: number, to: number): ActivityBucket {
  const own = createdBetween(tasks, from, to);
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    tasks: {
      preparing: countStatus(own, 'preparing'),
      running: countStatus(own, 'running'),
      completed: countStatus(own, 'completed'),
      failed: countStatus(own, 'failed'),
      aborted: countStatus(own, 'aborted'),
    },
    completedWithFailures: own.filter(
      task => task.status === 'completed' && task.failedStatements > 0,
    ).length,
  };
}

function createdBetween(tasks: Task[], from: number, to: number): Task[] {
  return tasks.filter(({ createdAt }) => {
    const created = Date.parse(createdAt);
    return created >= from && created < to;
  });
}

function countStatus(tasks: Task[], status: Task['status']): number {
  return tasks.filter(task => task.status === status).length;
}
