/**
 * A backend with Task Center and nothing else: what surrounds it (who signs
 * in, the catalog) is made up; its process, its HTTP, its database, its
 * scheduler and its shutdown are those of any Backstage backend.
 *
 * Loads everything, then waits for the message `{ config }` to start, so that
 * one can stand by to replace another one. Answers with `started`, and ends
 * when the process that started it has gone.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// Backstage takes a channel to a parent for that of its own command line.
const tell = process.send.bind(process);
process.send = undefined;
require('@backstage/cli/config/nodeTransform.cjs');
const { createBackend } = require('@backstage/backend-defaults');
const { mockServices } = require('@backstage/backend-test-utils');
const {
  catalogServiceMock,
} = require('@backstage/plugin-catalog-node/testUtils');
const taskCenter = require('backstage-plugin-task-center-backend').default;

process.once('disconnect', () => process.exit(0));
process.once('message', start);
tell('loaded');

async function start({ config }) {
  const backend = createBackend();
  backend.add(mockServices.rootConfig.factory({ data: config }));
  backend.add(mockServices.auth.factory());
  backend.add(mockServices.httpAuth.factory());
  backend.add(mockServices.userInfo.factory());
  backend.add(catalogServiceMock.factory({ entities: [] }));
  backend.add(taskCenter);
  await backend.start();
  // Where memory is measured: what loading took is not of what comes.
  globalThis.gc?.();
  tell('started');
}
