import { StreamId } from '../../../streams';

/**
 * What the names of the streams that hold views begin with.
 *
 * @internal
 */
export const VIEW_STREAM_PREFIX = 'view/';

/**
 * One build of a view. No build uses the names of another, so that what one has left can be removed at any time; but one
 * that was given back has removed all of its own.
 *
 * @internal
 */
export interface BuiltView {
  id: string;
  taskId: string;
  /** From 1 within the view. */
  attempt: number;
}

/**
 * What the names of all streams of a view begin with.
 *
 * @internal
 */
export function viewPrefix(viewId: string): string {
  return `${VIEW_STREAM_PREFIX}${viewId}/`;
}

/**
 * What the names of all streams of one build begin with.
 *
 * @internal
 */
export function buildPrefix({
  id,
  attempt,
}: Pick<BuiltView, 'id' | 'attempt'>): string {
  return `${viewPrefix(id)}${attempt}/`;
}

/**
 * What the names of all sorted parts of a view begin with, or those of one pass of its sort.
 *
 * @internal
 */
export function runPrefix(view: BuiltView, pass?: number): string {
  return `${buildPrefix(view)}run/${pass === undefined ? '' : `${pass}/`}`;
}

/**
 * The stream that holds the rows of a view: the records of the result set, each with its position there before it.
 *
 * @internal
 */
export function viewStream(view: BuiltView): StreamId {
  return { owner: view.taskId, stream: `${buildPrefix(view)}rows` };
}

/**
 * The stream that holds a sorted part of a view while it is made.
 *
 * @internal
 */
export function runStream(
  view: BuiltView,
  run: { pass: number; number: number },
): StreamId {
  return {
    owner: view.taskId,
    stream: `${runPrefix(view, run.pass)}${run.number}`,
  };
}
