import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  DatabaseError,
  DatabaseSession,
} from 'backstage-plugin-task-center-node';
import { RegisteredConnection } from '../ConnectionRegistry';

/**
 * Opens a session to ask a database something, and ends it. What takes too long is ended on the server, without waiting
 * for that.
 *
 * @param options.timeoutMs - for connecting and asking together
 * @param use - is to ask nothing more once the signal is aborted, which is after that time
 * @throws ServiceUnavailableError when the database cannot be reached, refuses or does not answer in time
 * @internal
 */
export async function withInspectionSession<T>(
  connection: RegisteredConnection,
  options: { logger: LoggerService; timeoutMs: number },
  use: (session: DatabaseSession, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { logger, timeoutMs } = options;
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const lateness = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late.abort();
      reject(new DatabaseError(`no answer within ${timeoutMs / 1000} seconds`));
    }, timeoutMs);
  });
  const work = useSession(connection, { logger, signal: late.signal }, use);
  work.catch(() => {});
  try {
    return await Promise.race([work, lateness]);
  } catch (error) {
    if (error instanceof DatabaseError) {
      throw new ServiceUnavailableError(
        `'${connection.title}' could not be asked: ${error.message}`,
      );
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function useSession<T>(
  connection: RegisteredConnection,
  options: { logger: LoggerService; signal: AbortSignal },
  use: (session: DatabaseSession, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { logger, signal } = options;
  const { databaseEngine, config } = connection;
  const session = await databaseEngine.openSession({ config, signal, logger });
  const cancel = () => session.cancel().catch(() => session.close());
  signal.addEventListener('abort', cancel, { once: true });
  try {
    if (signal.aborted) {
      throw new DatabaseError('it answered too late');
    }
    return await use(session, signal);
  } finally {
    signal.removeEventListener('abort', cancel);
    session.close().catch(error => {
      logger.warn(`A session of '${connection.id}' was not closed: ${error}`);
    });
  }
}
