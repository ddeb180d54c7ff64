import { Button } from '@backstage/ui';
import { DateTime } from 'luxon';
import styles from './NewTaskPage.module.css';

/** @internal */
export interface DraftNoticeProps {
  /** ISO 8601. */
  savedAt: string;
  onDiscard(): void;
}

/**
 * Says that the form was not empty because of what the person wrote before.
 *
 * @internal
 */
export function DraftNotice({ savedAt, onDiscard }: DraftNoticeProps) {
  const time = DateTime.fromISO(savedAt);
  const isToday = time.hasSame(DateTime.now(), 'day');
  const text = time.toFormat(isToday ? 'HH:mm' : 'd LLL, HH:mm', {
    locale: 'en',
  });
  return (
    <div className={styles.draft}>
      {`Your draft from ${text} · `}
      <Button variant="tertiary" size="small" onPress={onDiscard}>
        Discard
      </Button>
    </div>
  );
}
