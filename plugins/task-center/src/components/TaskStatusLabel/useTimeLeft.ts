import { useEffect, useRef } from 'react';
import { Task } from 'backstage-plugin-task-center-common';
import { useNow } from '../../hooks/useNow';
import { countStatements } from './countStatements';
import { TimeLeft } from './TimeLeft';

/**
 * How long a task will go on, in milliseconds, from how it went while it was shown; undefined where that cannot be told.
 *
 * @internal
 */
export function useTimeLeft(task: Task): number | undefined {
  const now = useNow();
  const timeLeft = useRef(TimeLeft.create());
  const { all, done } = countStatements(task);
  const goesOn = task.status === 'running' && !task.abortRequestedAt;

  useEffect(() => {
    timeLeft.current = TimeLeft.create();
  }, [task.id]);
  useEffect(() => {
    if (goesOn && all) {
      timeLeft.current.note(done, all, Date.now());
    }
  }, [task.id, goesOn, all, done]);

  return goesOn ? timeLeft.current.tell(now) : undefined;
}
