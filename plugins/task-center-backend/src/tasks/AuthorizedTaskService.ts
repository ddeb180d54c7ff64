import { NotAllowedError } from '@backstage/errors';
import {
  CreateTaskRequest,
  Page,
  ResultUsage,
  ResumeAdvice,
  ResumeTaskRequest,
  RunAgainRequest,
  Task,
} from 'backstage-plugin-task-center-common';
import { ConnectionRegistry, DatabaseOwners } from '../connections';
import { TaskRow } from '../database';
import { ScriptInfo, ScriptStore } from '../scripts';
import { Caller } from './Caller';
import { findCreatableConnection } from './findCreatableConnection';
import { TaskCenterAccess, TaskResource } from './permissions';
import { ResultRetention } from './findResultsExpiry';
import { ResultKeeper } from './ResultKeeper';
import { resolveVisibleTasks } from './resolveVisibleTasks';
import { CallerRights, TaskPresenter } from './TaskPresenter';
import { createTaskNotFoundError, TaskService } from './TaskService';
import { TaskQuery } from './TaskStore';
import { TaskSuccessors } from './TaskSuccessors';

/**
 * @internal
 */
export interface AuthorizedTaskServiceOptions {
  tasks: TaskService;
  successors: TaskSuccessors;
  results: ResultKeeper;
  retention: ResultRetention;
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
    return new AuthorizedTaskService(options, TaskPresenter.create(options));
  }

  private constructor(
    private readonly options: AuthorizedTaskServiceOptions,
    private readonly presenter: TaskPresenter,
  ) {}

  /**
   * @throws NotAllowedError when the caller may not create tasks on the connection
   */
  async create(caller: Caller, request: CreateTaskRequest): Promise<Task> {
    const rights = await this.rightsOf(caller);
    await this.checkCreate(request.connection, rights);
    const row = await this.options.tasks.create(request, caller.ref);
    return this.presenter.one(row, rights);
  }

  /**
   * @throws NotAllowedError when the caller may not create tasks on the connection
   */
  async runAgain(
    caller: Caller,
    id: string,
    request: RunAgainRequest,
  ): Promise<Task> {
    const { row, rights } = await this.read(caller, id);
    await this.checkCreate(row.connection, rights);
    const copy = await this.options.successors.runAgain(
      row,
      request,
      caller.ref,
    );
    return this.presenter.one(copy, rights);
  }

  /**
   * @throws NotAllowedError when the caller may not create tasks on the connection
   */
  async resume(
    caller: Caller,
    id: string,
    request: ResumeTaskRequest,
  ): Promise<Task> {
    const { row, rights } = await this.read(caller, id);
    await this.checkCreate(row.connection, rights);
    const resumption = await this.options.successors.resume(
      row,
      request,
      caller.ref,
    );
    return this.presenter.one(resumption, rights);
  }

  async adviseResume(caller: Caller, id: string): Promise<ResumeAdvice> {
    const { row } = await this.read(caller, id);
    return this.options.successors.advise(row);
  }

  /**
   * @throws NotAllowedError when there is no connection that the caller may create tasks on
   */
  async uploadScript(
    caller: Caller,
    source: AsyncIterable<Uint8Array>,
  ): Promise<ScriptInfo> {
    const { access, scripts } = this.options;
    const rights = await access.toConnections(caller);
    if ((await this.presenter.creatable(rights)).length === 0) {
      throw new NotAllowedError(
        'You may not upload scripts: there is no connection that you may create tasks on.',
      );
    }
    return scripts.save(source, caller.ref);
  }

  async list(caller: Caller, query: TaskQuery): Promise<Page<Task>> {
    const { owners, tasks } = this.options;
    const rights = await this.rightsOf(caller);
    const { visible } = rights.tasks;
    if (visible === 'none') {
      throw new NotAllowedError('You may not see tasks.');
    }
    const { rows, ...total } = await tasks.list({
      ...query,
      criteria: resolveVisibleTasks(visible, await owners.get()),
    });
    return { items: await this.presenter.all(rows, rights), ...total };
  }

  async get(caller: Caller, id: string): Promise<Task> {
    const { row, rights } = await this.read(caller, id);
    return this.presenter.one(row, rights);
  }

  async abort(caller: Caller, id: string): Promise<Task> {
    const { row, resource, rights } = await this.read(caller, id);
    if (!rights.tasks.canAbort(resource)) {
      throw createNotYoursError('abort this task', row);
    }
    return this.presenter.one(await this.options.tasks.abort(id), rights);
  }

  async remove(caller: Caller, id: string): Promise<void> {
    const { row, mayDelete } = await this.read(caller, id);
    if (!mayDelete) {
      throw createNotYoursError('delete this task', row);
    }
    await this.options.tasks.remove(id);
  }

  /** Who may delete a task decides about its results, too. */
  async keepResults(caller: Caller, id: string, until: string): Promise<Task> {
    const { row, mayDelete, rights } = await this.read(caller, id);
    if (!mayDelete) {
      throw createNotYoursError('keep the results of this task', row);
    }
    await this.options.results.keep(row, until);
    return this.presenter.one(await this.options.tasks.get(id), rights);
  }

  async dropResults(caller: Caller, id: string): Promise<Task> {
    const { row, mayDelete, rights } = await this.read(caller, id);
    if (!mayDelete) {
      throw createNotYoursError('drop the results of this task', row);
    }
    await this.options.results.drop(row);
    return this.presenter.one(await this.options.tasks.get(id), rights);
  }

  /** How much room the results of the caller's tasks take, and those of all. */
  async resultUsage(caller: Caller): Promise<ResultUsage> {
    return this.options.results.usage(caller.ref);
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
    if (!rights.tasks.canReadResults(resource)) {
      throw createNotYoursError('read the results of this task', row);
    }
    return row;
  }

  private async read(
    caller: Caller,
    id: string,
  ): Promise<{
    row: TaskRow;
    resource: TaskResource;
    rights: CallerRights;
    mayDelete: boolean;
  }> {
    const rights = await this.rightsOf(caller);
    const row = await this.options.tasks.get(id);
    const [resource] = await this.presenter.resourcesOf([row]);
    if (!rights.tasks.canRead(resource)) {
      throw createTaskNotFoundError(id);
    }
    const mayDelete = rights.tasks.canDelete(resource);
    return { row, resource, rights, mayDelete };
  }

  /** Asked before anything is done: once it is, nothing may make the caller believe that it is not. */
  private async rightsOf(caller: Caller): Promise<CallerRights> {
    const { access } = this.options;
    const [tasks, connections] = await Promise.all([
      access.toTasks(caller),
      access.toConnections(caller),
    ]);
    return { tasks, connections };
  }

  private async checkCreate(id: string, rights: CallerRights): Promise<void> {
    await findCreatableConnection(id, rights.connections, this.options);
  }
}

function createNotYoursError(what: string, row: TaskRow): NotAllowedError {
  return new NotAllowedError(
    `You may not ${what}. Its creator (${row.created_by}) and the owners of ${row.entity_ref} can be asked.`,
  );
}
