import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  taskCenterResultsReadPermission,
  taskCenterTaskAbortPermission,
  taskCenterTaskDeletePermission,
} from 'backstage-plugin-task-center-common';
import { Caller } from '../Caller';
import {
  createTaskConditionalDecision,
  taskConditions,
} from './conditionExports';

/**
 * Says who may do what: yes, no, or under which conditions.
 *
 * @internal
 */
export interface DecisionSource {
  decide(
    caller: Caller,
    permissions: ResourcePermission[],
  ): Promise<PolicyDecision[]>;
}

/**
 * Asks the portal's permission policy.
 *
 * @internal
 */
export class PolicyDecisionSource implements DecisionSource {
  static create(permissions: PermissionsService): PolicyDecisionSource {
    return new PolicyDecisionSource(permissions);
  }

  private constructor(private readonly permissions: PermissionsService) {}

  async decide(
    caller: Caller,
    permissions: ResourcePermission[],
  ): Promise<PolicyDecision[]> {
    return this.permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials: caller.credentials },
    );
  }
}

const OWNERS_ONLY = new Set([
  taskCenterTaskAbortPermission.name,
  taskCenterTaskDeletePermission.name,
  taskCenterResultsReadPermission.name,
]);

/**
 * What holds in a portal without the permission framework: everybody who is signed in may see tasks and create them;
 * results, abort and delete belong to the creator and to the owners of the database.
 *
 * @internal
 */
export class DefaultDecisionSource implements DecisionSource {
  /**
   * @param services - decides for other programs, whose tokens can be restricted
   */
  static create(services: DecisionSource): DefaultDecisionSource {
    return new DefaultDecisionSource(services);
  }

  private constructor(private readonly services: DecisionSource) {}

  async decide(
    caller: Caller,
    permissions: ResourcePermission[],
  ): Promise<PolicyDecision[]> {
    if (caller.isService) {
      return this.services.decide(caller, permissions);
    }
    return permissions.map(permission => {
      if (!OWNERS_ONLY.has(permission.name)) {
        return { result: AuthorizeResult.ALLOW };
      }
      return createTaskConditionalDecision(permission as any, {
        anyOf: [
          taskConditions.isCreator({ userRef: caller.ref }),
          taskConditions.ownsDatabase({ claims: caller.ownershipRefs }),
        ],
      });
    });
  }
}
