import {
  AuthorizeResult,
  PermissionCriteria,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  taskCenterConnectionUsePermission,
  taskCenterResultsReadPermission,
  taskCenterTaskAbortPermission,
  taskCenterTaskCreatePermission,
  taskCenterTaskDeletePermission,
  taskCenterTaskReadPermission,
} from 'backstage-plugin-task-center-common';
import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { Caller } from '../Caller';
import { DecisionSource } from './DecisionSource';
import {
  connectionResourceRef,
  ConnectionResource,
  TaskFilter,
  TaskResource,
  taskResourceRef,
} from './rules';

/**
 * Which tasks a list may contain: all, none, or those that meet criteria.
 *
 * @internal
 */
export type VisibleTasks = 'all' | 'none' | PermissionCriteria<TaskFilter>;

/**
 * What one caller may do with tasks. The decisions are made once; they are applied to as many tasks as there are.
 *
 * @internal
 */
export interface TaskRights {
  visible: VisibleTasks;
  canRead(task: TaskResource): boolean;
  canAbort(task: TaskResource): boolean;
  canDelete(task: TaskResource): boolean;
  canReadResults(task: TaskResource): boolean;
}

/**
 * What one caller may do with connections.
 *
 * @internal
 */
export interface ConnectionRights {
  canUse(connection: ConnectionResource): boolean;
  canCreateTask(connection: ConnectionResource): boolean;
}

type Applies<T> = (decision: PolicyDecision, resource: T) => boolean;

/**
 * Turns the decisions of the policy into what a caller may do.
 *
 * @internal
 */
export class TaskCenterAccess {
  static create(options: {
    decisions: DecisionSource;
    registry: PermissionsRegistryService;
  }): TaskCenterAccess {
    return new TaskCenterAccess(
      options.decisions,
      createConditionAuthorizer(
        options.registry.getPermissionRuleset(taskResourceRef),
      ),
      createConditionAuthorizer(
        options.registry.getPermissionRuleset(connectionResourceRef),
      ),
      createConditionTransformer(
        options.registry.getPermissionRuleset(taskResourceRef),
      ),
    );
  }

  private constructor(
    private readonly decisions: DecisionSource,
    private readonly appliesToTask: Applies<TaskResource>,
    private readonly appliesToConnection: Applies<ConnectionResource>,
    private readonly toCriteria: ConditionTransformer<TaskFilter>,
  ) {}

  async toTasks(caller: Caller): Promise<TaskRights> {
    const [read, abort, remove, results] = await this.decide(caller, [
      taskCenterTaskReadPermission,
      taskCenterTaskAbortPermission,
      taskCenterTaskDeletePermission,
      taskCenterResultsReadPermission,
    ]);
    const canRead = (task: TaskResource) => this.appliesToTask(read, task);
    return {
      visible: this.toVisible(read),
      canRead,
      canAbort: task => canRead(task) && this.appliesToTask(abort, task),
      canDelete: task => canRead(task) && this.appliesToTask(remove, task),
      canReadResults: task =>
        canRead(task) && this.appliesToTask(results, task),
    };
  }

  async toConnections(caller: Caller): Promise<ConnectionRights> {
    const [use, create] = await this.decide(caller, [
      taskCenterConnectionUsePermission,
      taskCenterTaskCreatePermission,
    ]);
    const canUse = (connection: ConnectionResource) =>
      this.appliesToConnection(use, connection);
    return {
      canUse,
      canCreateTask: connection =>
        canUse(connection) && this.appliesToConnection(create, connection),
    };
  }

  private async decide(
    caller: Caller,
    permissions: ResourcePermission[],
  ): Promise<PolicyDecision[]> {
    return this.decisions.decide(caller, permissions);
  }

  private toVisible(decision: PolicyDecision): VisibleTasks {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return this.toCriteria(decision.conditions);
      default:
        return 'none';
    }
  }
}
