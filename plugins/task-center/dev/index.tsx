import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import plugin, { taskCenterApiRef } from '../src';
import { FakeTaskCenter } from './FakeTaskCenter';

const fakeTaskCenter = createFrontendModule({
  pluginId: 'task-center',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: taskCenterApiRef,
          deps: {},
          factory: () => new FakeTaskCenter(),
        }),
    }),
  ],
});

createDevApp({ features: [plugin, fakeTaskCenter] });
