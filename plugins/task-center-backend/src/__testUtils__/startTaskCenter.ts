import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { BackendFeature } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { buffer } from 'node:stream/consumers';
import request from 'supertest';
import {
  CreateTaskRequest,
  isFinalStatus,
  Task,
} from 'backstage-plugin-task-center-common';
import { taskCenterPlugin } from '../plugin';
import { expectToMatchSchema } from './expectToMatchSchema';

const BASE = '/api/task-center';

function database(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, namespace: 'default' },
    spec: { type: 'database', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/**
 * A backend with Task Center, and how users talk to it.
 */
export interface TestTaskCenter {
  /** Sends a request as a user, such as `ada`. */
  as(user: string): TestUser;
  stop(): Promise<void>;
}

export interface TestUser {
  get(path: string): request.Test;
  /** The bytes that a download gives. */
  download(path: string): Promise<Buffer>;
  post(path: string, body?: object): request.Test;
  delete(path: string): request.Test;
  create(task: Partial<CreateTaskRequest>): Promise<Task>;
  /** Waits until a task has ended. */
  ended(id: string): Promise<Task>;
  /** Creates a task and waits until it has ended. */
  run(task: Partial<CreateTaskRequest>): Promise<Task>;
}

/**
 * Starts a backend with Task Center. Ada owns the database `shop-db`, Grace owns `ledger-db`.
 */
export async function startTaskCenter(options: {
  knex: Knex;
  connections: JsonObject;
  /** The rest of `taskCenter`. */
  config?: JsonObject;
  /** What stands beside `taskCenter`. */
  rootConfig?: JsonObject;
  features?: BackendFeature[];
}): Promise<TestTaskCenter> {
  const backend = await startTestBackend({
    features: [
      taskCenterPlugin,
      mockServices.database.factory({ knex: options.knex }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.userInfo.factory(),
      mockServices.rootConfig.factory({
        data: {
          ...options.rootConfig,
          taskCenter: {
            connections: options.connections,
            ...(options.config ?? {}),
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          database('shop-db', 'user:default/ada'),
          database('ledger-db', 'user:default/grace'),
        ],
      }),
      ...(options.features ?? []),
    ],
  });
  return {
    as: name => createUser(backend.server, `user:default/${name}`),
    stop: () => backend.stop(),
  };
}

function createUser(server: any, userRef: string): TestUser {
  const header = mockCredentials.user.header(userRef);
  const send = (test: request.Test) =>
    test.set('Authorization', header).expect(expectToMatchSchema);
  const user: TestUser = {
    get: path => send(request(server).get(`${BASE}${path}`)),
    async download(path) {
      const { body } = await user
        .get(path)
        .expect(200)
        .buffer()
        .parse((response, callback) =>
          buffer(response as any).then(
            data => callback(null, data),
            error => callback(error, undefined),
          ),
        );
      return body;
    },
    post: (path, body) =>
      send(request(server).post(`${BASE}${path}`).send(body)),
    delete: path => send(request(server).delete(`${BASE}${path}`)),
    async create(task) {
      const { status, body } = await user.post('/tasks', {
        connection: 'shop',
        name: 'A task',
        ...task,
      });
      expect({ status, body }).toMatchObject({ status: 201 });
      return body;
    },
    async ended(id) {
      for (;;) {
        const { body } = await user.get(`/tasks/${id}`).expect(200);
        if (isFinalStatus(body.status)) {
          return body;
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    run: async task => user.ended((await user.create(task)).id),
  };
  return user;
}
