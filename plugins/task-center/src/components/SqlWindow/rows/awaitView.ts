import {
  ResultView,
  ResultViewSpec,
} from 'backstage-plugin-task-center-common';
import { isNotFound, TaskCenterApi } from '../../../api';
import { pause } from '../../../hooks';

const FIRST_POLL_MS = 150;
const MAX_POLL_MS = 1_000;

/**
 * Has the service make a view, and waits until it is ready or has failed. When the signal is aborted, the service is told
 * that nobody waits here any more.
 *
 * @param onProgress - hears how far it is, after each request
 * @throws the reason of the signal
 * @internal
 */
export async function awaitView(
  api: Pick<
    TaskCenterApi,
    'createResultView' | 'getResultView' | 'leaveResultView'
  >,
  wanted: { taskId: string; resultSet: number; spec: ResultViewSpec },
  options: { signal: AbortSignal; onProgress: (view: ResultView) => void },
): Promise<ResultView> {
  const { taskId, resultSet, spec } = wanted;
  const { signal, onProgress } = options;
  // Without the signal: what is begun must be known, to be ended.
  const create = () => api.createResultView(taskId, resultSet, spec);
  let view = await create();
  try {
    let wait = FIRST_POLL_MS;
    while (view.state === 'building') {
      signal.throwIfAborted();
      onProgress(view);
      await pause(wait, signal);
      signal.throwIfAborted();
      wait = Math.min(MAX_POLL_MS, wait * 1.5);
      const { id } = view;
      view = await api
        .getResultView(taskId, resultSet, id, { signal })
        // Ended from another page of the same person.
        .catch(e => (isNotFound(e) ? create() : Promise.reject(e)));
    }
    return view;
  } catch (error) {
    if (signal.aborted && view.state === 'building') {
      api.leaveResultView(taskId, resultSet, view.id).catch(() => {});
    }
    throw error;
  }
}
