import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { DatabaseEngine } from './DatabaseEngine';

/**
 * Where engines are added.
 *
 * @public
 */
export interface TaskCenterEnginesExtensionPoint {
  /**
   * Adds an engine, or puts it in the place of a built-in one with the same id.
   *
   * @throws Error when two modules add the same id
   */
  addEngine(engine: DatabaseEngine): void;
}

/**
 * Adds engines to Task Center from a backend module.
 *
 * @public
 */
export const taskCenterEnginesExtensionPoint =
  createExtensionPoint<TaskCenterEnginesExtensionPoint>({
    id: 'task-center.engines',
  });
