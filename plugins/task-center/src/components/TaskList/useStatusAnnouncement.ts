import { useEffect, useRef, useState } from 'react';
import { Task } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { statusInWords } from '../TaskStatusLabel';

/**
 * A sentence for screen readers about the tasks whose status has changed since the list was last loaded.
 *
 * @internal
 */
export function useStatusAnnouncement(tasks: Task[] | undefined): string {
  const t = useTexts();
  const [announcement, setAnnouncement] = useState('');
  const known = useRef(new Map<string, string>());

  useEffect(() => {
    const changes = (tasks ?? []).filter(task => {
      const before = known.current.get(task.id);
      return before !== undefined && before !== task.status;
    });
    known.current = new Map(tasks?.map(task => [task.id, task.status]));
    if (changes.length > 0) {
      setAnnouncement(
        changes
          .map(task =>
            t('status.announcement', {
              name: task.name,
              status: statusInWords(task, t),
            }),
          )
          .join(' '),
      );
    }
  }, [tasks, t]);

  return announcement;
}
