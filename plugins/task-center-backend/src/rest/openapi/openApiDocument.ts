import { paths } from './paths';
import { schemas } from './schemas';

/**
 * The OpenAPI document of the service. Requests are checked against it.
 *
 * @internal
 */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'task-center',
    version: '1',
    description: 'Run SQL scripts on catalogued databases',
    license: { name: 'Apache-2.0' },
    contact: {},
  },
  servers: [{ url: '/' }],
  paths,
  components: { schemas },
};
