import { useApi } from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { Activity } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import {
  Polled,
  useCurrentUserRef,
  usePolling,
  useTaskChanges,
} from '../../hooks';
import { ActivityRange, RANGE_STEPS, spanOf } from './activityRanges';

const BUSY_POLL_MS = 10_000;
const IDLE_POLL_MS = 30_000;
/** Long times hold many tasks, and a bar of a day hardly changes. */
const LONG_POLL_MS = 120_000;

/** That of somebody who is not signed in. */
const NO_ACTIVITY: Activity = {
  now: { preparing: 0, running: 0 },
  buckets: [],
  connections: [],
};

/**
 * Whose activity to count.
 *
 * @internal
 */
export interface ActivityOptions {
  range: ActivityRange;
  /** Only of this connection, or of any of these. */
  connection?: string | string[];
  /** Only of the person who looks. */
  mine?: boolean;
  /** Only of this user, by entity ref. */
  creator?: string;
}

/**
 * An activity and how far back it reaches.
 *
 * @internal
 */
export interface RangedActivity extends Activity {
  range: ActivityRange;
}

/**
 * The activity up to now, kept up to date. Without options nothing is loaded.
 *
 * @internal
 */
export function useActivity(
  options: ActivityOptions | undefined,
): Polled<RangedActivity> {
  const api = useApi(taskCenterApiRef);
  const userRef = useCurrentUserRef();
  const isReady = options && (!options.mine || userRef !== undefined);
  const polled = usePolling<RangedActivity>({
    key: isReady
      ? JSON.stringify([options, options.mine && userRef])
      : undefined,
    load: async signal => {
      const { range, connection, mine, creator } = options!;
      const now = DateTime.local();
      if (mine && !userRef) {
        return { range, ...NO_ACTIVITY };
      }
      const activity = await api.getActivity(
        {
          ...spanOf(range, now),
          step: RANGE_STEPS[range],
          timeZone: now.zoneName,
          connection,
          createdBy: mine ? userRef : creator,
        },
        { signal },
      );
      return { ...activity, range };
    },
    intervalMs: ({ now }) => {
      if (options!.range !== '24h') {
        return LONG_POLL_MS;
      }
      return now.preparing + now.running > 0 ? BUSY_POLL_MS : IDLE_POLL_MS;
    },
  });
  useTaskChanges(
    polled,
    options?.range === '24h' ? BUSY_POLL_MS : LONG_POLL_MS,
  );
  return polled;
}
