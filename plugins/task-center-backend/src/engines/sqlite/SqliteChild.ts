import { DatabaseError } from 'backstage-plugin-task-center-node';
import { ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { SQLITE_PROCESS_FILE, SQLITE_PROCESS_MARK } from './sqliteProcess';
import { SqliteReply, SqliteRequest } from './sqliteProtocol';

const KEPT_OUTPUT = 2_000;

/**
 * A process that runs SQLite, seen from the backend.
 *
 * @internal
 */
export class SqliteChild {
  /** What tells this process from any other one with the same number. */
  readonly id: string;
  /** Resolves when the process is gone and all that it said has been heard. */
  readonly gone: Promise<void>;
  hasGone = false;

  private readonly child: ChildProcess;
  private output = '';
  private spawnError?: Error;

  private constructor() {
    const token = randomUUID();
    this.child = fork(
      SQLITE_PROCESS_FILE,
      [SQLITE_PROCESS_MARK, token, String(process.pid)],
      {
        // None of the backend's own: a loader or an inspector has no place there.
        execArgv: typeScriptOption(),
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    );
    this.id = `${this.child.pid ?? 0}:${token}`;
    this.child.stderr?.on('data', chunk => {
      this.output = `${this.output}${chunk}`.slice(-KEPT_OUTPUT);
    });
    // A send to a process that has just gone; `gone` says so.
    this.child.on('error', () => {});
    this.gone = this.waitUntilGone();
  }

  static start(): SqliteChild {
    return new SqliteChild();
  }

  /** Takes the place of the listener before. */
  listen(listener: (reply: SqliteReply) => void): void {
    this.child.removeAllListeners('message');
    this.child.on('message', listener as (message: unknown) => void);
  }

  send(request: SqliteRequest): void {
    if (this.child.connected) {
      this.child.send(request, () => {});
    }
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /**
   * Why the process is gone, when nobody has asked for it.
   *
   * @param beforeSent - whether it was found out before a statement was sent
   */
  describeEnd(beforeSent = false): DatabaseError {
    const { exitCode, signalCode } = this.child;
    const how = signalCode ? `signal ${signalCode}` : `exit code ${exitCode}`;
    return new DatabaseError(
      `The process that runs SQLite ended unexpectedly (${how})`,
      {
        connectionLost: true,
        transient: beforeSent,
        cause: this.spawnError ?? (this.output && new Error(this.output)),
      },
    );
  }

  private async waitUntilGone(): Promise<void> {
    try {
      await Promise.all([
        once(this.child, 'exit'),
        once(this.child, 'disconnect'),
      ]);
    } catch (error) {
      this.spawnError = error as Error;
    }
    this.hasGone = true;
  }
}

// Built files are JavaScript. Node.js 22 takes TypeScript only when it is told to.
function typeScriptOption(): string[] {
  const needed =
    SQLITE_PROCESS_FILE.endsWith('.ts') && !process.features.typescript;
  return needed ? ['--experimental-strip-types'] : [];
}
