import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createTaskConditionalDecision,
  taskConditions,
} from 'backstage-plugin-task-center-backend';
import {
  taskCenterResultsReadPermission,
  taskCenterTaskAbortPermission,
  taskCenterTaskDeletePermission,
} from 'backstage-plugin-task-center-common';

/**
 * Who may do what in the example portal: a start for a policy of your own.
 *
 * A policy answers one question at a time: may this user do that? The answer
 * is yes, no, or *yes, if …*: a condition that Task Center checks against the
 * task at hand and turns into SQL where it lists tasks.
 */
export class ExamplePermissionPolicy implements PermissionPolicy {
  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    // Nobody has signed in: nothing is theirs to see.
    if (!user) return { result: AuthorizeResult.DENY };

    // A task's rows can hold more than its reader may see in the database
    // itself, and ending or deleting a task is felt by the one who waits for
    // it. So these three are for two kinds of people: whoever created the
    // task, and the owners of the database that it ran on.
    if (
      isPermission(request.permission, taskCenterResultsReadPermission) ||
      isPermission(request.permission, taskCenterTaskAbortPermission) ||
      isPermission(request.permission, taskCenterTaskDeletePermission)
    ) {
      return createTaskConditionalDecision(request.permission, {
        anyOf: [
          // info.userEntityRef is the user's own name, as it stands in the
          // task's createdBy.
          taskConditions.isCreator({ userRef: user.info.userEntityRef }),
          // info.ownershipEntityRefs are the user and the groups that they
          // belong to: one of them has to be the owner of the database's
          // catalog entity.
          taskConditions.ownsDatabase({
            claims: user.info.ownershipEntityRefs,
          }),
        ],
      });
    }

    // The rest of Task Center (taskCenter.connection.use, .task.create and
    // .task.read) and of the portal is open to everyone who has signed in. To
    // let only its owners run scripts on a database, answer
    // taskCenterTaskCreatePermission with
    //
    //   createConnectionConditionalDecision(
    //     request.permission,
    //     connectionConditions.ownsDatabase({
    //       claims: user.info.ownershipEntityRefs,
    //     }),
    //   )
    return { result: AuthorizeResult.ALLOW };
  }
}
