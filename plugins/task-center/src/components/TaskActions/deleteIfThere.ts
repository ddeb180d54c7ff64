import { TaskCenterApi } from '../../api';

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
    if (!isGone(error)) {
      throw error;
    }
  }
}

function isGone(error: unknown): boolean {
  const { name, cause } = error as { name?: string; cause?: { name?: string } };
  return name === 'NotFoundError' || cause?.name === 'NotFoundError';
}
