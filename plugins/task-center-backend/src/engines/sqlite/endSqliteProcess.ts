import { InputError } from '@backstage/errors';
import { DatabaseError } from 'backstage-plugin-task-center-node';
import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readFile } from 'node:fs/promises';
import { SQLITE_PROCESS_MARK } from './sqliteProcess';

const DEADLINE_MS = 30_000;
const POLL_MS = 50;

/**
 * Kills the process that a session ran in and waits until it is gone. Does nothing when there is no such process on
 * this machine, be its number taken by another one.
 *
 * @param sessionId - the number of the process and the token among its arguments
 * @throws InputError when it is not the id of a session
 * @throws DatabaseError when the process does not go
 * @internal
 */
export async function endSqliteProcess(sessionId: string): Promise<void> {
  const match = /^(\d+):([0-9a-f-]{36})$/.exec(sessionId);
  if (!match) {
    throw new InputError(`'${sessionId}' is not the id of a SQLite session`);
  }
  const [, pid, token] = match;
  const deadline = Date.now() + DEADLINE_MS;
  while (
    (await readArguments(pid)).includes(`${SQLITE_PROCESS_MARK} ${token}`)
  ) {
    if (Date.now() > deadline) {
      throw new DatabaseError(
        `Process ${pid} is still there ${
          DEADLINE_MS / 1000
        } seconds after it was killed`,
      );
    }
    kill(Number(pid));
    await delay(POLL_MS);
  }
}

async function readArguments(pid: string): Promise<string> {
  try {
    if (process.platform === 'linux') {
      const text = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      return text.replaceAll('\0', ' ');
    }
    const { stdout } = await promisify(execFile)('ps', [
      '-ww',
      '-o',
      'args=',
      '-p',
      pid,
    ]);
    return stdout;
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
