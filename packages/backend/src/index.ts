import { join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import { createExampleDatabases } from './exampleDatabases';

// As in app-config.yaml: relative to this package's directory.
const dataDirectory = process.env.TASK_CENTER_DATA_DIR || '../../.data';

async function main() {
  await createExampleDatabases(join(dataDirectory, 'databases'));

  const backend = createBackend();

  backend.add(import('@backstage/plugin-app-backend'));
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(import('@backstage/plugin-signals-backend'));
  backend.add(import('./permissionPolicy'));
  backend.add(import('backstage-plugin-task-center-backend'));

  await backend.start();
}

main().catch(error => {
  // eslint-disable-next-line no-console
  console.error(error);
  process.exit(1);
});
