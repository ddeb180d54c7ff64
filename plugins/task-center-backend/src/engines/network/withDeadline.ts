import { DatabaseError } from 'backstage-plugin-task-center-node';

/**
 * Waits for something no longer than it may take. What it does is not stopped by that.
 *
 * @throws DatabaseError with the message when it takes longer
 * @internal
 */
export async function withDeadline<T>(
  work: Promise<T>,
  ms: number,
  message: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseError(message)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
