import { Task } from 'backstage-plugin-task-center-common';
import {
  ConnectionRegistry,
  DatabaseOwners,
  RegisteredConnection,
} from '../connections';
import { TaskRow } from '../database';
import { actionsOf } from './actionsOf';
import { findResultsExpiry, ResultRetention } from './findResultsExpiry';
import {
  ConnectionRights,
  TaskResource,
  TaskRights,
  toConnectionResource,
  toTaskResource,
} from './permissions';
import { TaskService } from './TaskService';
import { toTask } from './toTask';

/**
 * What one caller may do.
 *
 * @internal
 */
export interface CallerRights {
  tasks: TaskRights;
  connections: ConnectionRights;
}

/**
 * Shows tasks to a caller, with what they may do with them.
 *
 * @internal
 */
export class TaskPresenter {
  static create(options: {
    tasks: TaskService;
    owners: DatabaseOwners;
    connections: ConnectionRegistry;
    retention: ResultRetention;
  }): TaskPresenter {
    return new TaskPresenter(options);
  }

  private constructor(
    private readonly options: {
      tasks: TaskService;
      owners: DatabaseOwners;
      connections: ConnectionRegistry;
      retention: ResultRetention;
    },
  ) {}

  async one(row: TaskRow, rights: CallerRights): Promise<Task> {
    const [task] = await this.all([row], rights);
    return task;
  }

  /** However many tasks there are, each question is asked once. */
  async all(rows: TaskRow[], rights: CallerRights): Promise<Task[]> {
    const { tasks, retention } = this.options;
    const waiting = await tasks.waiting(rows);
    const resumptions = await tasks.findResumptions(rows);
    const resources = await this.resourcesOf(rows);
    const readable = await this.readable(
      [...resumptions.values()].flat(),
      rights,
    );
    const creatable = await this.creatable(rights.connections);
    return rows.map((row, index) => {
      const actions = actionsOf(row, {
        resource: resources[index],
        rights: rights.tasks,
        creatable: creatable.find(({ id }) => id === row.connection),
        resumptions: resumptions.get(row.id),
      });
      return toTask(row, actions, {
        waiting: waiting.get(row.id),
        resultsExpireAt: findResultsExpiry(row, retention),
        resumedBy: (resumptions.get(row.id) ?? [])
          .map(({ id }) => id)
          .filter(id => readable.has(id)),
      });
    });
  }

  /** The connections that tasks may be created on. */
  async creatable(rights: ConnectionRights): Promise<RegisteredConnection[]> {
    const owners = await this.options.owners.get();
    return this.options.connections
      .list()
      .filter(connection =>
        rights.canCreateTask(toConnectionResource(connection, owners)),
      );
  }

  /** Nobody learns of a task by another one that it goes on from. */
  private async readable(
    rows: TaskRow[],
    rights: CallerRights,
  ): Promise<Set<string>> {
    const resources = await this.resourcesOf(rows);
    const readable = rows.filter((_, index) =>
      rights.tasks.canRead(resources[index]),
    );
    return new Set(readable.map(({ id }) => id));
  }

  /** Tasks as the permission rules see them. */
  async resourcesOf(rows: TaskRow[]): Promise<TaskResource[]> {
    const owners = await this.options.owners.get();
    return rows.map(row => toTaskResource(row, owners));
  }
}
