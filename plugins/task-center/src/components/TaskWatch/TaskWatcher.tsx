import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task, isFinalStatus } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { pause } from '../../hooks/pause';
import { useTaskCenterLinks } from '../../hooks/useTaskCenterLinks';
import { useTexts } from '../../translations';
import { isNotFound } from '../common/ErrorPlaceholder';
import {
  describeStatus,
  statusInWords,
} from '../TaskStatusLabel/describeStatus';
import { mayNotify } from './askToNotify';
import { inOneTab } from './inOneTab';
import { usePortalMessage } from './usePortalMessage';
import { useTaskWatches } from './useTaskWatches';

const POLL_MS = 5_000;

/**
 * Tells the person when a task that they watch has ended, on whichever page of the portal they are. It asks the service
 * only while something is watched, and in one tab only.
 *
 * @internal
 */
export function TaskWatcher() {
  const api = useApi(taskCenterApiRef);
  const { watches, watched } = useTaskWatches();
  const tell = useRef<(task: Task) => void>(() => {});
  tell.current = useTellEnd();
  const hasWatched = watched.length > 0;

  useEffect(() => {
    if (!watches || !hasWatched) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;

    const look = async (id: string) => {
      try {
        const task = await api.getTask(id, { signal });
        // Whoever takes it off the list tells of it.
        if (isFinalStatus(task.status) && watches.remove(id)) {
          tell.current(task);
        }
      } catch (error) {
        if (!signal.aborted && isNotFound(error as Error)) {
          watches.remove(id);
        }
      }
    };
    inOneTab('task-center.watch', signal, async () => {
      while (!signal.aborted) {
        await Promise.all(watches.list().map(({ id }) => look(id)));
        await pause(POLL_MS, signal);
      }
    });
    return () => controller.abort();
  }, [api, watches, hasWatched]);

  return null;
}

function useTellEnd(): (task: Task) => void {
  const t = useTexts();
  const links = useTaskCenterLinks();
  const navigate = useNavigate();
  const showMessage = usePortalMessage();

  return task => {
    const href = links.task(task.id);
    const words = statusInWords(task, t);
    if (mayNotify() && notify(task, words, () => navigate(href))) {
      return;
    }
    showMessage({
      title: t('watch.ended', { name: task.name, status: words }),
      tone: describeStatus(task, t).tone,
      link: { label: t('watch.open'), href },
    });
  };
}

/**
 * @returns false where the browser does not show notifications after all, as on some phones
 */
function notify(task: Task, body: string, onOpen: () => void): boolean {
  try {
    const notification = new Notification(task.name, {
      body,
      tag: `task-center/${task.id}`,
    });
    notification.onclick = () => {
      window.focus();
      notification.close();
      onOpen();
    };
    return true;
  } catch {
    return false;
  }
}
