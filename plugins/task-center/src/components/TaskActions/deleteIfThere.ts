import { isNotFound, TaskCenterApi } from '../../api';

/**
 * Deletes a task, unless somebody else has done so.
 *
 * @internal
 */
export async function deleteIfThere(
  api: Pick<TaskCenterApi, 'deleteTask'>,
  id: string,
): Promise<void> {
  try {
    await api.deleteTask(id);
  } catch (error) {
    if (!isNotFound(error)) {
      throw error;
    }
  }
}
