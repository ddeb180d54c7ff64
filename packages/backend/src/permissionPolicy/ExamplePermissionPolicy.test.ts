import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_TASK,
  taskCenterConnectionUsePermission,
  taskCenterResultsReadPermission,
  taskCenterTaskAbortPermission,
  taskCenterTaskCreatePermission,
  taskCenterTaskDeletePermission,
  taskCenterTaskReadPermission,
} from 'backstage-plugin-task-center-common';
import { ExamplePermissionPolicy } from './ExamplePermissionPolicy';

const claims = ['user:default/ada', 'group:default/shop-team'];
const ada = {
  info: { userEntityRef: 'user:default/ada', ownershipEntityRefs: claims },
} as PolicyQueryUser;

describe('ExamplePermissionPolicy', () => {
  const policy = new ExamplePermissionPolicy();

  it.each([
    taskCenterResultsReadPermission,
    taskCenterTaskAbortPermission,
    taskCenterTaskDeletePermission,
  ])(
    'gives $name to the creator and the owners of the database',
    async permission => {
      const condition = (rule: string, params: object) =>
        expect.objectContaining({
          rule,
          resourceType: RESOURCE_TYPE_TASK,
          params,
        });
      expect(await policy.handle({ permission }, ada)).toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'task-center',
        resourceType: RESOURCE_TYPE_TASK,
        conditions: {
          anyOf: [
            condition('IS_CREATOR', { userRef: 'user:default/ada' }),
            condition('OWNS_DATABASE', { claims }),
          ],
        },
      });
    },
  );

  it.each([
    taskCenterConnectionUsePermission,
    taskCenterTaskCreatePermission,
    taskCenterTaskReadPermission,
    createPermission({ name: 'some.other', attributes: {} }),
  ])(
    'gives $name to everyone who has signed in, and to nobody else',
    async permission => {
      expect(await policy.handle({ permission }, ada)).toEqual({
        result: AuthorizeResult.ALLOW,
      });
      expect(await policy.handle({ permission })).toEqual({
        result: AuthorizeResult.DENY,
      });
    },
  );
});
