import { ConflictError } from '@backstage/errors';
import {
  ResumeAdvice,
  ResumeTaskRequest,
  RunAgainRequest,
} from 'backstage-plugin-task-center-common';
import { ConnectionRegistry, RegisteredConnection } from '../connections';
import { TaskRow } from '../database';
import { ScriptStore } from '../scripts';
import { SegmentStore } from '../streams';
import {
  checkTaskName,
  checkTaskRequest,
  TaskSettings,
} from './checkTaskRequest';
import { findObstacle, readResumeAdvice } from './resume';
import { checkResumable, checkResumeRequest } from './resume/checkResumable';
import { checkStoredScript } from './resume/checkStoredScript';
import { TaskService, WorkerSignals } from './TaskService';
import { NewTask, TaskStore } from './TaskStore';

/**
 * @internal
 */
export interface TaskSuccessorsOptions {
  tasks: TaskService;
  store: TaskStore;
  scripts: ScriptStore;
  segments: SegmentStore;
  connections: ConnectionRegistry;
  worker: Pick<WorkerSignals, 'wake'>;
}

/**
 * Makes new tasks of earlier ones: one that does the same again, or one that goes on where another ended. They share
 * the script, which stays as long as one of them does.
 *
 * @internal
 */
export class TaskSuccessors {
  static create(options: TaskSuccessorsOptions): TaskSuccessors {
    return new TaskSuccessors(options);
  }

  private constructor(private readonly options: TaskSuccessorsOptions) {}

  /**
   * A new task with the script and all settings of another one. A task that went on from a later statement does so again.
   *
   * @throws ConflictError when the connection does not allow its settings any more
   * @throws InputError when the new name makes no sense
   */
  async runAgain(
    original: TaskRow,
    request: RunAgainRequest,
    createdBy: string,
  ): Promise<TaskRow> {
    const copy = this.copy(original, request.name, createdBy);
    return this.store(original, () =>
      this.options.store.create({
        ...copy,
        copy_of_task_id: original.id,
        resumes_task_id: original.resumes_task_id,
        first_statement: original.first_statement,
        dispatched_through: original.first_statement - 1,
      }),
    );
  }

  /**
   * A new task that goes on where another one ended.
   *
   * @throws ConflictError when that is not possible, or when another task went on already
   * @throws InputError when the statement or the new name makes no sense
   */
  async resume(
    original: TaskRow,
    request: ResumeTaskRequest,
    createdBy: string,
  ): Promise<TaskRow> {
    const { scripts, connections, store } = this.options;
    checkResumable(original, connections.get(original.connection));
    checkResumeRequest(request, original);
    const copy = this.copy(original, request.name, createdBy);
    await checkStoredScript(scripts, original);
    return this.store(original, async () => {
      const outcome = await store.createResumption({
        ...copy,
        resumes_task_id: original.id,
        first_statement: request.fromStatement,
        dispatched_through: request.fromStatement - 1,
      });
      if ('obstacle' in outcome) {
        throw new ConflictError(
          `Task ${outcome.obstacle.id} went on from this one with statement ${outcome.obstacle.first_statement} already. Resume that one when it has ended before its time.`,
        );
      }
      return outcome.created;
    });
  }

  /**
   * @throws ConflictError when the task cannot be resumed, wherever
   */
  async advise(original: TaskRow): Promise<ResumeAdvice> {
    const { scripts, segments, connections, store } = this.options;
    const connection = connections.get(original.connection);
    checkResumable(original, connection);
    const resumptions = await store.findResumptions([original.id]);
    return readResumeAdvice(original, {
      scripts,
      segments,
      dialect: connection.databaseEngine.dialect,
      resumedBy: findObstacle(resumptions.get(original.id)),
    });
  }

  private copy(
    original: TaskRow,
    name: string | undefined,
    createdBy: string,
  ): NewTask {
    const connection = this.options.connections.get(original.connection);
    return {
      ...copySettings(original, connection),
      name: checkTaskName(name ?? original.name),
      connection: connection.id,
      entity_ref: connection.entityRef,
      engine: connection.engine,
      created_by: createdBy,
      script_id: original.script_id,
      script_bytes: original.script_bytes,
      script_sha256: original.script_sha256,
    };
  }

  private async store(
    original: TaskRow,
    create: () => Promise<TaskRow>,
  ): Promise<TaskRow> {
    try {
      const task = await create();
      this.options.worker.wake();
      return task;
    } catch (error) {
      // It may have been deleted meanwhile, and its script with it.
      await this.options.tasks.get(original.id);
      throw error;
    }
  }
}

function copySettings(
  original: TaskRow,
  connection: RegisteredConnection,
): TaskSettings {
  try {
    return checkTaskRequest(
      {
        name: original.name,
        description: original.description ?? undefined,
        delimiter: original.delimiter,
        resultLimit: original.result_limit,
        errorHandling: original.error_handling,
        transactionMode: original.transaction_mode,
        executionTimeoutSeconds: original.execution_timeout_seconds,
        statementTimeoutSeconds:
          original.statement_timeout_seconds ?? undefined,
      },
      connection,
    );
  } catch (error: any) {
    throw error.name === 'InputError'
      ? new ConflictError(
          `The connection does not allow the settings of the task any more: ${error.message} Create a new task with other settings.`,
        )
      : error;
  }
}
