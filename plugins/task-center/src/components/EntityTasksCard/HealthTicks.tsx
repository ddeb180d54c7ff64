import { useState } from 'react';
import { Text } from '@backstage/ui';
import { ActivityBucket } from 'backstage-plugin-task-center-common';
import { useRovingFocus } from '../../hooks';
import { useTexts } from '../../translations';
import { BucketStack, countAll, describeBucket } from '../ActivityStrip';
import styles from './EntityTasksCard.module.css';

const DAYS = 30;

/**
 * A tick a day, which shows how many of its tasks went well.
 *
 * @internal
 */
export function HealthTicks(props: {
  /** Undefined while they are loading. */
  days: ActivityBucket[] | undefined;
  /** A press on a tick. */
  onOpen: (day: ActivityBucket) => void;
}) {
  const { days, onOpen } = props;
  const t = useTexts();
  const roving = useRovingFocus<HTMLDivElement>(days?.length ?? 0);
  const [pointedAt, setPointedAt] = useState<ActivityBucket>();
  const words = (day: ActivityBucket) => describeBucket(day, '30d', t);

  return (
    <div>
      <div
        ref={roving.root}
        className={styles.ticks}
        role="toolbar"
        aria-label={t('entityTasks.card.health')}
        aria-busy={!days}
        onKeyDown={roving.onKeyDown}
        onMouseLeave={() => setPointedAt(undefined)}
        onBlur={() => setPointedAt(undefined)}
      >
        {days?.map((day, place) => (
          <button
            key={day.from}
            type="button"
            className={styles.tick}
            aria-label={words(day)}
            tabIndex={roving.tabIndexOf(place)}
            onFocus={() => {
              roving.onFocusAt(place);
              setPointedAt(day);
            }}
            onMouseEnter={() => setPointedAt(day)}
            onClick={() => onOpen(day)}
          >
            <BucketStack bucket={day} height={countAll(day) > 0 ? 1 : 0} />
          </button>
        ))}
        {!days &&
          Array.from({ length: DAYS }, (_, place) => (
            <span key={place} className={styles.tick} />
          ))}
      </div>
      <Text
        as="p"
        variant="body-x-small"
        color="secondary"
        className={styles.caption}
        aria-hidden
      >
        {pointedAt ? (
          <span className={styles.pointedAt}>{words(pointedAt)}</span>
        ) : (
          <>
            <span>{t('entityTasks.card.since')}</span>
            <span>{t('entityTasks.card.today')}</span>
          </>
        )}
      </Text>
    </div>
  );
}
