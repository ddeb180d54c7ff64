import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  taskCenterConnectionUsePermission,
  taskCenterTaskCreatePermission,
  taskCenterTaskReadPermission,
} from 'backstage-plugin-task-center-common';
import { createTestDatabases } from '../../__testUtils__/createTestDatabases';
import {
  startTaskCenter,
  TestTaskCenter,
} from '../../__testUtils__/startTaskCenter';
import {
  connectionConditions,
  createConnectionConditionalDecision,
  createTaskConditionalDecision,
  taskConditions,
} from './conditionExports';

const databases = createTestDatabases();
jest.setTimeout(60_000);

/**
 * Tasks: one's own and those on one's databases. Creation: on one's databases. Linus sees no connection but 'shop'. Margaret sees every
 * task, and creates none.
 */
function decide(permission: any, user: string): PolicyDecision {
  switch (permission.name) {
    case taskCenterTaskReadPermission.name:
      return createTaskConditionalDecision(permission, {
        allOf: [
          { not: taskConditions.hasEngine({ engines: ['mysql'] }) },
          {
            anyOf: [
              taskConditions.isCreator({ userRef: user }),
              taskConditions.ownsDatabase({ claims: [user] }),
              ...(user === 'user:default/margaret'
                ? [taskConditions.isOnConnection({ connections: ['shop'] })]
                : []),
            ],
          },
        ],
      });
    case taskCenterTaskCreatePermission.name:
      return createConnectionConditionalDecision(
        permission,
        connectionConditions.ownsDatabase({ claims: [user] }),
      );
    case taskCenterConnectionUsePermission.name:
      return user === 'user:default/linus'
        ? createConnectionConditionalDecision(
            permission,
            connectionConditions.isConnection({ connections: ['shop'] }),
          )
        : { result: AuthorizeResult.ALLOW };
    default:
      return { result: AuthorizeResult.DENY };
  }
}

const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () =>
    mockServices.permissions.mock({
      authorizeConditional: (async (requests: any[], options: any) =>
        requests.map(({ permission }) =>
          decide(permission, options.credentials.principal.userEntityRef),
        )) as any,
    }),
});

describe.each(databases.eachSupportedId())('a policy, with %p', databaseId => {
  const directory = mkdtempSync(join(tmpdir(), 'task-center-'));
  let taskCenter: TestTaskCenter;

  beforeAll(async () => {
    const filename = join(directory, 'db.sqlite');
    new Database(filename).exec('CREATE TABLE t (id INTEGER)').close();
    const connection = { engine: 'sqlite', connection: { filename } };
    taskCenter = await startTaskCenter({
      knex: await databases.init(databaseId),
      connections: {
        shop: { ...connection, entityRef: 'resource:default/shop-db' },
        ledger: { ...connection, entityRef: 'resource:default/ledger-db' },
      },
      rootConfig: { permission: { enabled: true } },
      features: [permissions],
    });
  });

  afterAll(async () => {
    await taskCenter.stop();
    rmSync(directory, { recursive: true });
  });

  it('is asked at each entrance, and becomes part of the list', async () => {
    const [ada, grace, linus, margaret] = [
      'ada',
      'grace',
      'linus',
      'margaret',
    ].map(taskCenter.as);
    const mine = await ada.run({ connection: 'shop', sql: 'SELECT 1' });
    const hers = await grace.run({ connection: 'ledger', sql: 'SELECT 1' });

    const idsOf = async (user: typeof ada) =>
      (await user.get('/tasks').expect(200)).body.items.map((t: any) => t.id);
    expect(await idsOf(ada)).toEqual([mine.id]);
    expect(await idsOf(grace)).toEqual([hers.id]);
    expect(await idsOf(linus)).toEqual([]);
    for (const path of ['', '/statements', '/logs', '/script', '/results']) {
      await linus.get(`/tasks/${mine.id}${path}`).expect(404);
    }
    expect(mine.actions).toEqual(['runAgain']);
    const { body: seen } = await margaret.get(`/tasks/${mine.id}`).expect(200);
    expect(seen.actions).toEqual([]);
    for (const path of ['run-again', 'resume']) {
      const body = path === 'resume' ? { fromStatement: 1 } : {};
      await linus.post(`/tasks/${mine.id}/${path}`, body).expect(404);
      const { body: denied } = await margaret
        .post(`/tasks/${mine.id}/${path}`, body)
        .expect(403);
      expect(denied.error.message).toContain('owners of');
    }
    await ada.get(`/tasks/${mine.id}/results`).expect(403);
    await ada.delete(`/tasks/${mine.id}`).expect(403);

    const { body: refused } = await ada
      .post('/tasks', { connection: 'ledger', name: 'n', sql: 'SELECT 1' })
      .expect(403);
    expect(refused.error.message).toContain('owners of');
    const { body: all } = await ada.get('/connections');
    expect(all.items.map((c: any) => [c.id, c.canCreateTask])).toEqual([
      ['shop', true],
      ['ledger', false],
    ]);
    await ada.get('/connections/shop/schema').expect(200);
    for (const asked of [
      ada.get('/connections/ledger/schema'),
      ada.post('/connections/ledger/estimates', { statements: [] }),
    ]) {
      const { body: untold } = await asked.expect(403);
      expect(untold.error.message).toContain('owners of');
    }
    const { body: one } = await linus.get('/connections');
    expect(one.items.map((c: any) => c.id)).toEqual(['shop']);
    await linus
      .post('/tasks', { connection: 'ledger', name: 'n', sql: 'SELECT 1' })
      .expect(404);
    await linus
      .post('/scripts')
      .set('Content-Type', 'application/sql')
      .send('x')
      .expect(403);
  });
});
