import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  CreateTaskRequest,
  isFinalStatus,
  Task,
  TaskAction,
} from 'backstage-plugin-task-center-common';
import { ConnectionRegistry, DatabaseOwners } from '../connections';
import { TaskRow } from '../database';
import { ScriptInfo, ScriptStore } from '../scripts';
import { Caller } from './Caller';
import {
  TaskCenterAccess,
  TaskResource,
  TaskRights,
  toConnectionResource,
  toTaskResource,
} from './permissions';
import { resolveVisibleTasks } from './resolveVisibleTasks';
import { createTaskNotFoundError, TaskService } from './TaskService';
import { TaskQuery } from './TaskStore';
import { toTask } from './toTask';

/**
 * @internal
 */
export interface AuthorizedTaskServiceOptions {
  tasks: TaskService;
  scripts: ScriptStore;
  access: TaskCenterAccess;
  owners: DatabaseOwners;
  connections: ConnectionRegistry;
}

/**
 * What a caller can do with tasks: {@link TaskService}, and at each entrance the question whether they may.
 *
 * @internal
 */
export class AuthorizedTaskService {
  static create(options: AuthorizedTaskServiceOptions): AuthorizedTaskService {
    return new AuthorizedTaskService(options);
  }

  private constructor(private readonly options: AuthorizedTaskServiceOptions) {}

  /**
   * @throws NotAllowedError when the caller may not create tasks on the connection
   */
  async create(caller: Caller, request: CreateTaskRequest): Promise<Task> {
    const { access, connections, owners, tasks } = this.options;
    const rights = await access.toConnections(caller);
    const connection = connections.find(request.connection);
    const resource =
      connection && toConnectionResource(connection, await owners.get());
    // A connection that the caller may not see does not exist for them.
    if (!connection || !resource || !rights.canUse(resource)) {
      throw new NotFoundError(
        `There is no connection '${request.connection}' that you may use.`,
      );
    }
    if (!rights.canCreateTask(resource)) {
      throw new NotAllowedError(
        `You may not create tasks on '${connection.title}'. Ask the owners of ${resource.entityRef}.`,
      );
    }
    // Asked before: once there is a task, nothing may make the caller believe that there is none.
    const taskRights = await access.toTasks(caller);
    const row = await tasks.create(request, caller.ref);
    return this.toTask(row, taskRights);
  }

  /**
   * @throws NotAllowedError when there is no connection that the caller may create tasks on
   */
  async uploadScript(
    caller: Caller,
    source: AsyncIterable<Uint8Array>,
  ): Promise<ScriptInfo> {
    const { access, connections, owners, scripts } = this.options;
    const rights = await access.toConnections(caller);
    const ownersOf = await owners.get();
    const allowed = connections
      .list()
      .some(connection =>
        rights.canCreateTask(toConnectionResource(connection, ownersOf)),
      );
    if (!allowed) {
      throw new NotAllowedError(
        'You may not upload scripts: there is no connection that you may create tasks on.',
      );
    }
    return scripts.save(source, caller.ref);
  }

  async list(
    caller: Caller,
    query: TaskQuery,
  ): Promise<{ items: Task[]; totalItems: number }> {
    const { access, owners, tasks } = this.options;
    const rights = await access.toTasks(caller);
    if (rights.visible === 'none') {
      throw new NotAllowedError('You may not see tasks.');
    }
    const { rows, totalItems } = await tasks.list({
      ...query,
      criteria: resolveVisibleTasks(rights.visible, await owners.get()),
    });
    const waiting = await tasks.waiting(rows);
    const resources = await this.toResources(rows);
    return {
      items: rows.map((row, index) =>
        toTask(
          row,
          actionsOf(row, resources[index], rights),
          waiting.get(row.id),
        ),
      ),
      totalItems,
    };
  }

  async get(caller: Caller, id: string): Promise<Task> {
    const { row, rights } = await this.read(caller, id);
    return this.toTask(row, rights);
  }

  async abort(caller: Caller, id: string): Promise<Task> {
    const { row, resource, rights } = await this.read(caller, id);
    if (!rights.canAbort(resource)) {
      throw createNotYoursError('abort this task', row);
    }
    return this.toTask(await this.options.tasks.abort(id), rights);
  }

  async remove(caller: Caller, id: string): Promise<void> {
    const { row, resource, rights } = await this.read(caller, id);
    if (!rights.canDelete(resource)) {
      throw createNotYoursError('delete this task', row);
    }
    await this.options.tasks.remove(id);
  }

  /**
   * The row of a task that the caller may see.
   *
   * @throws NotFoundError when there is none, or none that the caller may see
   */
  async readable(caller: Caller, id: string): Promise<TaskRow> {
    return (await this.read(caller, id)).row;
  }

  /**
   * The row of a task whose results the caller may see.
   *
   * @throws NotAllowedError when they may see the task alone
   */
  async readableResults(caller: Caller, id: string): Promise<TaskRow> {
    const { row, resource, rights } = await this.read(caller, id);
    if (!rights.canReadResults(resource)) {
      throw createNotYoursError('read the results of this task', row);
    }
    return row;
  }

  private async read(
    caller: Caller,
    id: string,
  ): Promise<{ row: TaskRow; resource: TaskResource; rights: TaskRights }> {
    const rights = await this.options.access.toTasks(caller);
    const row = await this.options.tasks.get(id);
    const [resource] = await this.toResources([row]);
    if (!rights.canRead(resource)) {
      throw createTaskNotFoundError(id);
    }
    return { row, resource, rights };
  }

  private async toTask(row: TaskRow, rights: TaskRights): Promise<Task> {
    const [resource] = await this.toResources([row]);
    const waiting = await this.options.tasks.waiting([row]);
    return toTask(row, actionsOf(row, resource, rights), waiting.get(row.id));
  }

  private async toResources(rows: TaskRow[]): Promise<TaskResource[]> {
    const owners = await this.options.owners.get();
    return rows.map(row => toTaskResource(row, owners));
  }
}

function actionsOf(
  row: TaskRow,
  resource: TaskResource,
  rights: TaskRights,
): TaskAction[] {
  const actions: TaskAction[] = [];
  const ended = isFinalStatus(row.status);
  if (!ended && row.abort_requested_at === null && rights.canAbort(resource)) {
    actions.push('abort');
  }
  if (ended && rights.canDelete(resource)) {
    actions.push('delete');
  }
  if (rights.canReadResults(resource)) {
    actions.push('readResults');
  }
  return actions;
}

function createNotYoursError(what: string, row: TaskRow): NotAllowedError {
  return new NotAllowedError(
    `You may not ${what}. Its creator (${row.created_by}) and the owners of ${row.entity_ref} can be asked.`,
  );
}
