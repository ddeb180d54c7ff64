import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  CreateTaskRequest,
  isFinalStatus,
  TaskWaiting,
} from 'backstage-plugin-task-center-common';
import { ConnectionRegistry } from '../connections';
import { TaskRow } from '../database';
import { ScriptInfo, ScriptStore } from '../scripts';
import { checkScript } from './checkScript';
import { checkTaskRequest } from './checkTaskRequest';
import { NewTask, TaskList, TaskQuery, TaskStore } from './TaskStore';

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * What a service has to tell the workers of this backend.
 *
 * @internal
 */
export interface WorkerSignals {
  /** There is a task to run. */
  wake(): void;
  /** A task is to be aborted. */
  abort(taskId: string): void;
}

/**
 * @internal
 */
export interface TaskServiceOptions {
  store: TaskStore;
  scripts: ScriptStore;
  connections: ConnectionRegistry;
  worker: WorkerSignals;
  /** The largest script that can be part of a request, in bytes. */
  maxInlineBytes: number;
}

/**
 * What can be done with tasks, by whomever.
 *
 * @internal
 */
export class TaskService {
  static create(options: TaskServiceOptions): TaskService {
    return new TaskService(options);
  }

  private constructor(private readonly options: TaskServiceOptions) {}

  /**
   * Checks a request and makes a task of it. Nothing is stored when it is refused.
   *
   * @throws InputError when the request makes no sense
   * @throws NotFoundError when the connection or the uploaded script is not there
   */
  async create(
    request: CreateTaskRequest,
    createdBy: string,
  ): Promise<TaskRow> {
    const connection = this.options.connections.get(request.connection);
    const settings = checkTaskRequest(request, connection);
    const script = await this.takeScript(request, createdBy, {
      dialect: connection.databaseEngine.dialect,
      delimiter: settings.delimiter,
    });
    const task = await this.store({
      ...settings,
      connection: connection.id,
      entity_ref: connection.entityRef,
      engine: connection.engine,
      created_by: createdBy,
      script_id: script.id,
      script_bytes: script.bytes,
      script_sha256: script.sha256,
    });
    this.options.worker.wake();
    return task;
  }

  private async store(task: NewTask): Promise<TaskRow> {
    try {
      return await this.options.store.create(task);
    } catch (error) {
      await this.options.scripts.removeUnused([task.script_id]);
      throw error;
    }
  }

  async list(query: TaskQuery): Promise<TaskList> {
    return this.options.store.list(query);
  }

  /**
   * @throws NotFoundError when there is no such task
   */
  async get(id: string): Promise<TaskRow> {
    const row = await this.options.store.find(id);
    if (!row) {
      throw createTaskNotFoundError(id);
    }
    return row;
  }

  /** The tasks that go on where these ended, oldest first, by the id of the earlier one. */
  async findResumptions(rows: TaskRow[]): Promise<Map<string, TaskRow[]>> {
    const ended = rows.filter(row => isFinalStatus(row.status));
    return ended.length > 0
      ? this.options.store.findResumptions(ended.map(({ id }) => id))
      : new Map();
  }

  /** Why these tasks wait, for those that do. */
  async waiting(rows: TaskRow[]): Promise<Map<string, TaskWaiting>> {
    const { store, connections } = this.options;
    return store.waiting(
      rows,
      new Map(connections.list().map(c => [c.id, c.maxConcurrentTasks])),
    );
  }

  /**
   * @throws ConflictError when the task has ended
   */
  async abort(id: string): Promise<TaskRow> {
    const outcome = await this.options.store.requestAbort(id);
    const row = await this.get(id);
    if (outcome === 'ended') {
      throw new ConflictError(
        `The task cannot be aborted: it is ${row.status} already.`,
      );
    }
    if (outcome === 'requested') {
      this.options.worker.abort(id);
    }
    return row;
  }

  /**
   * @throws ConflictError when the task has not ended
   */
  async remove(id: string): Promise<void> {
    if (!(await this.options.store.remove(id))) {
      const { status } = await this.get(id);
      throw new ConflictError(
        `The task cannot be deleted while it is ${status}. Abort it first.`,
      );
    }
  }

  private toBytes(sql: string): Buffer {
    if (LONE_SURROGATE.test(sql)) {
      throw new InputError(
        'The script holds half of a surrogate pair, which cannot be written as UTF-8.',
      );
    }
    const bytes = Buffer.from(sql);
    const { maxInlineBytes } = this.options;
    if (bytes.length > maxInlineBytes) {
      throw new InputError(
        `A script of more than ${maxInlineBytes} bytes cannot be part of the request. Upload it with POST /scripts and name its scriptId.`,
      );
    }
    return bytes;
  }

  private async takeScript(
    request: CreateTaskRequest,
    createdBy: string,
    options: Parameters<typeof checkScript>[1],
  ): Promise<ScriptInfo> {
    const { scripts } = this.options;
    const { sql, scriptId } = request;
    if ((sql === undefined) === (scriptId === undefined)) {
      throw new InputError(
        'A task needs a script: either as sql, or as the scriptId of an uploaded one.',
      );
    }
    if (sql !== undefined) {
      const bytes = this.toBytes(sql);
      await checkScript([bytes], options);
      return scripts.save([bytes], createdBy);
    }
    const script = await scripts.find(scriptId!, createdBy);
    if (!script) {
      throw new NotFoundError(
        `There is no uploaded script '${scriptId}'. Upload it again.`,
      );
    }
    await checkScript(scripts.read(script.id, script.bytes), options);
    return script;
  }
}

/**
 * @internal
 */
export function createTaskNotFoundError(id: string): NotFoundError {
  return new NotFoundError(`There is no task '${id}'. It may be deleted.`);
}
