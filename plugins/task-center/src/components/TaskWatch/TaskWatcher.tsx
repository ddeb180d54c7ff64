import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Task, isFinalStatus } from 'backstage-plugin-task-center-common';
import { isNotFound, TaskCenterApi, taskCenterApiRef } from '../../api';
import { taskChanges } from '../../api/taskChanges';
import { pause } from '../../hooks/pause';
import { useTaskCenterLinks } from '../../hooks/useTaskCenterLinks';
import { useTexts } from '../../translations';
import { statusInWords } from '../TaskStatusLabel/describeStatus';
import { mayNotify } from './askToNotify';
import { inOneTab } from './inOneTab';
import { TaskWatches } from './TaskWatches';
import { useEndMessages } from './useEndMessages';
import { useTaskWatches } from './useTaskWatches';

const POLL_MS = 5_000;

/**
 * Tells the person when a task that they watch has ended, on whichever page of the portal they are. It asks the service
 * only while something is watched, and in one tab only. What the browser does not show as a notification, the tab says
 * that the person sees.
 *
 * @internal
 */
export function TaskWatcher() {
  const api = useApi(taskCenterApiRef);
  const { watches, watched } = useTaskWatches();
  const onEnd = useRef<(task: Task, of: TaskWatches) => void>(() => {});
  onEnd.current = useTellEnd();
  const hasWatched = watched.some(({ end }) => !end);
  useEndMessages(watches, watched);

  useEffect(() => {
    if (!watches || !hasWatched) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;

    const look = async (id: string) => {
      const task = await findEnded(api, id, watches, signal);
      // Whoever takes it off the list tells of it.
      if (task && watches.remove(id)) {
        onEnd.current(task, watches);
      }
    };
    inOneTab(watches.key, signal, async () => {
      while (!signal.aborted) {
        const unended = watches.list().filter(({ end }) => !end);
        await Promise.all(unended.map(({ id }) => look(id)));
        await pause(POLL_MS, signal);
      }
    });
    return () => controller.abort();
  }, [api, watches, hasWatched]);

  return null;
}

/** A task that cannot be asked for now is asked for again; one that is gone is watched no more. */
async function findEnded(
  api: TaskCenterApi,
  id: string,
  watches: TaskWatches,
  signal: AbortSignal,
): Promise<Task | undefined> {
  try {
    const task = await api.getTask(id, { signal });
    return isFinalStatus(task.status) ? task : undefined;
  } catch (error) {
    if (!signal.aborted && isNotFound(error as Error)) {
      watches.remove(id);
    }
    return undefined;
  }
}

function useTellEnd(): (task: Task, of: TaskWatches) => void {
  const t = useTexts();
  const links = useTaskCenterLinks();
  const navigate = useNavigate();

  return (task, watches) => {
    taskChanges.tell();
    const words = statusInWords(task, t);
    const open = () => navigate(links.task(task.id));
    if (!mayNotify() || !notify(task, words, open)) {
      watches.add({ id: task.id, name: task.name, end: words });
    }
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
