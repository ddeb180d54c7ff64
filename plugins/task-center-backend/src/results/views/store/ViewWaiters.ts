import { StoredView } from './ResultViewStore';

/**
 * Knows who waits for views that are being made.
 *
 * @internal
 */
export interface ViewWaiters {
  /**
   * Notes that somebody waits for a view.
   *
   * @returns false when it is not being made any more
   */
  note(viewId: string, caller: string): Promise<boolean>;
  /** The same, without waiting for it: a note that is lost is made good by the next. */
  noteSoon(viewId: string, caller: string): void;
  /** Removes a view that is being made, unless somebody else has asked for it of late. */
  leave(view: Pick<StoredView, 'id' | 'taskId'>, caller: string): Promise<void>;
}
