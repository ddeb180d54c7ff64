/**
 * The channel of the portal's signals on which the service tells that tasks have changed.
 *
 * @public
 */
export const TASK_SIGNAL_CHANNEL = 'task-center';

/**
 * Tells that tasks have come, changed or gone. It reaches everybody who is signed in, so that it says nothing about them:
 * who may see a task asks the service for it.
 *
 * @public
 */
export type TaskSignal = {
  /** Which ones. Without it there are too many to be named. */
  taskIds?: string[];
};
