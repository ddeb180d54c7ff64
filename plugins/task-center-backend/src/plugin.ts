import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  DatabaseEngine,
  taskCenterEnginesExtensionPoint,
} from 'backstage-plugin-task-center-node';
import { createTaskCenter } from './createTaskCenter';
import { checkTaskSearch, openDatabase, openReader } from './database';
import { MysqlEngine, PostgresEngine, SqliteEngine } from './engines';
import { createRouter } from './rest';
import { scheduleUpkeep } from './scheduleUpkeep';
import { SegmentStorage } from './streams';

/** What a browser fetches by a plain link, with a cookie. */
const DOWNLOADS = [
  '/tasks/:id/results/download',
  '/tasks/:id/results/:n/download',
  '/tasks/:id/logs/download',
  '/tasks/:id/script',
];

/**
 * The service of Task Center: runs SQL scripts on catalogued databases and keeps their record, rows and log.
 *
 * @public
 */
export const taskCenterPlugin = createBackendPlugin({
  pluginId: 'task-center',
  register(env) {
    const added = new Map<string, DatabaseEngine>();
    env.registerExtensionPoint(taskCenterEnginesExtensionPoint, {
      addEngine(engine) {
        if (added.has(engine.id)) {
          throw new Error(`The engine '${engine.id}' is added twice`);
        }
        added.set(engine.id, engine);
      },
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { httpRouter, lifecycle, scheduler } = deps;
        const builtIn = [
          MysqlEngine.create(),
          PostgresEngine.create(),
          SqliteEngine.create(),
        ];
        const knex = await openDatabase(deps.database);
        await checkTaskSearch(knex, deps.logger);
        const reader = await openReader(knex);
        const storage = await SegmentStorage.create({ ...deps, knex, reader });
        const { routes, worker, runsTasks, recovery, retention } =
          createTaskCenter({
            ...deps,
            knex,
            reader,
            segments: storage.segments,
            readable: storage.readable,
            engines: [
              ...builtIn.filter(engine => !added.has(engine.id)),
              ...added.values(),
            ],
          });

        httpRouter.use(createRouter({ ...routes, ...deps }));
        httpRouter.addAuthPolicy({
          path: '/openapi.json',
          allow: 'unauthenticated',
        });
        for (const path of DOWNLOADS) {
          httpRouter.addAuthPolicy({ path, allow: 'user-cookie' });
        }

        // Not waited for: storage that does not answer must not keep the pages from answering.
        lifecycle.addStartupHook(() => {
          storage.check();
        });
        lifecycle.addShutdownHook(() => routes.views.stop());
        if (reader !== knex) {
          lifecycle.addShutdownHook(() => reader.destroy());
        }
        if (runsTasks) {
          lifecycle.addStartupHook(() => worker.start());
          lifecycle.addShutdownHook(() => worker.stop());
        }
        await scheduleUpkeep({
          scheduler,
          knex,
          recovery,
          retention,
          views: routes.views,
          storage,
        });
      },
    });
  },
});
