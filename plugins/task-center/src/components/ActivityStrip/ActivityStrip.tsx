import { useId } from 'react';
import { Button, ButtonIcon, Text, ToggleButton } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiArrowRightSLine,
  RiBarChartLine,
  RiTableLine,
} from '@remixicon/react';
import { Connection } from 'backstage-plugin-task-center-common';
import {
  useIsNarrow,
  useStored,
  useTaskListQuery,
  useTimeFilter,
} from '../../hooks';
import { useTexts } from '../../translations';
import { SegmentedButtons } from '../common';
import { ACTIVITY_RANGES, ActivityRange } from './activityRanges';
import { ActivityPanel } from './ActivityPanel';
import { ActivitySummary } from './ActivitySummary';
import { useActivity } from './useActivity';
import styles from './ActivityStrip.module.css';

/** How the person wants to see it. */
type ActivityView = {
  isOpen: boolean;
  isTable: boolean;
  range: string;
};

/**
 * What happened over time, above the list that it can narrow down. It shows the tasks of the connection and the person
 * that the list shows.
 *
 * @internal
 */
export function ActivityStrip(props: {
  /** For their titles; undefined while they are loading. */
  connections: Connection[] | undefined;
  /** Whether it is known by now which tasks the list shows. Default: true. */
  isReady?: boolean;
}) {
  const t = useTexts();
  const panelId = useId();
  const isNarrow = useIsNarrow();
  const [view, setView, isKnown] = useStored<ActivityView>('activity', {
    // The list is what one comes for, and would be below the fold.
    isOpen: !isNarrow,
    isTable: false,
    range: '24h',
  });
  const range = ACTIVITY_RANGES.find(each => each === view.range) ?? '24h';
  const [{ connection, mine, creator }] = useTaskListQuery();
  const filter = useTimeFilter();
  const { isReady = true } = props;
  const polled = useActivity(
    isReady && isKnown ? { range, connection, mine, creator } : undefined,
  );
  const tableLabel = t(view.isTable ? 'activity.asBars' : 'activity.asTable');

  return (
    <section className={styles.root} aria-label={t('activity.title')}>
      <div className={styles.header}>
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={view.isOpen}
          aria-controls={panelId}
          iconStart={view.isOpen ? <RiArrowDownSLine /> : <RiArrowRightSLine />}
          onPress={() => setView({ ...view, isOpen: !view.isOpen })}
        >
          {t('activity.title')}
        </Button>
        {view.isOpen && (
          <>
            <SegmentedButtons
              aria-label={t('activity.range')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[range]}
              onSelectionChange={([key]) =>
                setView({ ...view, range: key as ActivityRange })
              }
            >
              {ACTIVITY_RANGES.map(each => (
                <ToggleButton key={each} id={each} size="small">
                  {t(`activity.range.${each}`)}
                </ToggleButton>
              ))}
            </SegmentedButtons>
            <ButtonIcon
              variant="tertiary"
              size="small"
              aria-label={tableLabel}
              icon={view.isTable ? <RiBarChartLine /> : <RiTableLine />}
              onPress={() => setView({ ...view, isTable: !view.isTable })}
            />
          </>
        )}
        {!view.isOpen && (
          <Text variant="body-small" color="secondary">
            {t(`activity.bars.${range}`)}
          </Text>
        )}
        <div className={styles.summary}>
          <ActivitySummary activity={polled.data} filter={filter} />
        </div>
      </div>
      <div id={panelId} hidden={!view.isOpen}>
        {view.isOpen && (
          <ActivityPanel
            activity={polled.data}
            isStale={polled.isStale}
            range={range}
            error={polled.error}
            onRetry={polled.refresh}
            isTable={view.isTable}
            filter={filter}
            connections={props.connections}
          />
        )}
      </div>
    </section>
  );
}
