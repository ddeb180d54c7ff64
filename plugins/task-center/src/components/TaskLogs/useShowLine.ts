import { RefObject, useCallback, useEffect, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogLevelFilter } from 'backstage-plugin-task-center-common';
import { taskCenterApiRef } from '../../api';
import { findPosition } from './findPosition';
import { LogListHandle } from './list';

/**
 * Brings a line in sight, which may have to be asked for first. Only the line that was wanted last is gone to, and none
 * of another log.
 *
 * @returns takes the number of the line in the whole log
 * @internal
 */
export function useShowLine(options: {
  taskId: string;
  level: LogLevelFilter;
  list: RefObject<LogListHandle>;
  /** The line is about to be shown: its position among those of the level. */
  onShow(position: number): void;
}): (index: number) => Promise<void> {
  const { taskId, level, list } = options;
  const api = useApi(taskCenterApiRef);
  const onShow = useRef(options.onShow);
  onShow.current = options.onShow;
  const newest = useRef<AbortController>();
  useEffect(() => () => newest.current?.abort(), [taskId, level]);

  return useCallback(
    async index => {
      newest.current?.abort();
      newest.current = new AbortController();
      const { signal } = newest.current;
      try {
        const line = { taskId, level, index, signal };
        const position = await findPosition(api, line);
        if (!signal.aborted) {
          onShow.current(position);
          list.current?.show(position, 'center');
        }
      } catch {
        // The log itself says when it cannot be loaded.
      }
    },
    [api, taskId, level, list],
  );
}
