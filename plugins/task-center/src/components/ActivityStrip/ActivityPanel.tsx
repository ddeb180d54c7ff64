import { Button, Text } from '@backstage/ui';
import { Connection } from 'backstage-plugin-task-center-common';
import { isNotAllowed } from '../../api';
import { TimeFilter, useTaskListQuery } from '../../hooks';
import { useTexts } from '../../translations';
import { describeError } from '../common';
import { ActivityBars } from './ActivityBars';
import { ActivityLegend } from './ActivityLegend';
import { ActivityRankings } from './ActivityRankings';
import { ActivityTable } from './ActivityTable';
import { ActivityRange } from './activityRanges';
import { countAll } from './bucketSeries';
import { RangedActivity } from './useActivity';
import styles from './ActivityStrip.module.css';

/**
 * @internal
 */
export interface ActivityPanelProps {
  /** Undefined while it is loading. */
  activity: RangedActivity | undefined;
  /** Whether it is not what was asked for last. */
  isStale: boolean;
  range: ActivityRange;
  error: Error | undefined;
  onRetry: () => void;
  isTable: boolean;
  filter: TimeFilter;
  connections: Connection[] | undefined;
}

/**
 * The bars or their table, and the connections that stand out. It is as high before the figures have come.
 *
 * @internal
 */
export function ActivityPanel(props: ActivityPanelProps) {
  const { activity, isStale, error, filter } = props;
  const range = activity?.range ?? props.range;
  const t = useTexts();
  const [{ connection }, changeQuery] = useTaskListQuery();

  if (error && isStale) {
    return (
      <div className={styles.problem} role="alert">
        <Text variant="body-small">
          {isNotAllowed(error)
            ? t('common.error.notAllowed', { subject: t('activity.subject') })
            : t('activity.failed', { reason: describeError(error, t) })}
        </Text>
        {!isNotAllowed(error) && (
          <Button variant="secondary" size="small" onPress={props.onRetry}>
            {t('activity.tryAgain')}
          </Button>
        )}
      </div>
    );
  }
  const isEmpty = activity?.buckets.every(bucket => countAll(bucket) === 0);
  return (
    <div className={styles.panel} aria-busy={isStale}>
      <div className={styles.chart}>
        {activity && props.isTable && !isEmpty ? (
          <ActivityTable buckets={activity.buckets} range={range} />
        ) : (
          <ActivityBars
            key={range}
            buckets={activity?.buckets ?? []}
            range={range}
            filter={filter}
          />
        )}
        {isEmpty && (
          <Text variant="body-small" color="secondary" className={styles.empty}>
            {t(`activity.empty.${range}`)}
          </Text>
        )}
        <ActivityLegend />
      </div>
      <ActivityRankings
        activity={activity}
        connections={props.connections}
        selected={connection}
        onSelect={id => changeQuery({ connection: id })}
      />
    </div>
  );
}
