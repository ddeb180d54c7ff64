import { Button } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useTexts } from '../../translations';
import { formatDayAndClock } from '../common';
import styles from './NewTaskPage.module.css';
import { TaskDraft } from './taskDraft';

/** @internal */
export interface DraftNoticeProps {
  draft: Pick<TaskDraft, 'savedAt' | 'files' | 'isWithoutText'>;
  onDiscard(): void;
}

/**
 * Says that the form was not empty because of what the person wrote before.
 *
 * @internal
 */
export function DraftNotice({ draft, onDiscard }: DraftNoticeProps) {
  const t = useTexts();
  const { savedAt, files = [], isWithoutText } = draft;
  const time = DateTime.fromISO(savedAt);
  const isToday = time.hasSame(DateTime.now(), 'day');
  const shown = isToday
    ? time.toFormat('HH:mm')
    : formatDayAndClock(savedAt, t);
  return (
    <div className={styles.draft}>
      {t('newTask.draft', { time: shown })}
      {' · '}
      {files.length > 0 && (
        <span>
          {t('newTask.draft.files', {
            count: files.length,
            names: files
              .map(name => `“${name}”`)
              .join(t('common.listSeparator')),
          })}
        </span>
      )}
      {isWithoutText && <span>{t('newTask.draft.withoutText')}</span>}
      <Button variant="tertiary" size="small" onPress={onDiscard}>
        {t('newTask.draft.discard')}
      </Button>
    </div>
  );
}
