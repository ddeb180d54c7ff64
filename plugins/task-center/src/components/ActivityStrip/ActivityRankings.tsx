import {
  Activity,
  Connection,
  ConnectionActivity,
} from 'backstage-plugin-task-center-common';
import { Texts, useTexts } from '../../translations';
import { formatDuration, formatElapsed } from '../common';
import { ConnectionRanking } from './ConnectionRanking';

/**
 * The slowest and the most failing connections.
 *
 * @internal
 */
export function ActivityRankings(props: {
  activity: Activity | undefined;
  connections: Connection[] | undefined;
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
}) {
  const { activity, connections, selected, onSelect } = props;
  const t = useTexts();
  const shared = {
    nameOf: (id: string) => connections?.find(c => c.id === id)?.title ?? id,
    detailOf: (each: ConnectionActivity) => {
      const tasks = t('activity.ranking.tasks', { count: each.tasks });
      return each.longestDurationMs === undefined
        ? tasks
        : t('activity.ranking.detail', {
            tasks,
            longest: formatDuration(each.longestDurationMs, t),
          });
    },
    selected,
    onSelect,
  };

  return (
    <>
      <ConnectionRanking
        {...shared}
        title={t('activity.ranking.slowest')}
        connections={activity && slowest(activity.connections)}
        none={t('activity.ranking.noneEnded')}
        valueOf={each => `≈ ${formatMedian(each.medianDurationMs ?? 0, t)}`}
      />
      <ConnectionRanking
        {...shared}
        title={t('activity.ranking.failing')}
        connections={activity && mostFailing(activity.connections)}
        none={t('activity.ranking.noneFailed')}
        valueOf={each =>
          t('activity.ranking.failed', {
            failed: each.failed,
            tasks: each.tasks,
          })
        }
      />
    </>
  );
}

function slowest(connections: ConnectionActivity[]): ConnectionActivity[] {
  return connections
    .filter(({ medianDurationMs }) => medianDurationMs !== undefined)
    .sort((a, b) => b.medianDurationMs! - a.medianDurationMs!);
}

function mostFailing(connections: ConnectionActivity[]): ConnectionActivity[] {
  return connections
    .filter(({ failed }) => failed > 0)
    .sort((a, b) => b.failed - a.failed || a.tasks - b.tasks);
}

/** It has two significant digits. */
function formatMedian(ms: number, t: Texts): string {
  return ms < 1_000
    ? formatDuration(ms, t)
    : formatElapsed(ms, ms < 9_950 ? 1 : 0, t);
}
