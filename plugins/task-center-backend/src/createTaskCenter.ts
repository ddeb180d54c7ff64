import {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { DatabaseEngine } from 'backstage-plugin-task-center-node';
import { Knex } from 'knex';
import {
  CatalogDatabaseOwners,
  ConnectionRegistry,
  readConnections,
  readDuration,
} from './connections';
import {
  DefaultResultViews,
  ResultQuota,
  ResultQuotaLimits,
  ResultSetStore,
} from './results';
import {
  createWorkerChannel,
  DefaultTaskSignals,
  TaskRecovery,
  TaskWorker,
} from './run';
import { ScriptStore } from './scripts';
import { SegmentStore } from './streams';
import {
  AuthorizedTaskService,
  ConnectionInspector,
  DatabaseTaskStore,
  DefaultDecisionSource,
  PolicyDecisionSource,
  registerPermissions,
  ResultKeeper,
  TaskActivity,
  TaskCenterAccess,
  TaskRetention,
  TaskService,
  TaskSuccessors,
} from './tasks';

// As the pages write sizes.
const GB = 10 ** 9;
/** Only backends that run tasks are sure to reach the databases. */
const WORKERS_FIRST_MS = 5_000;

/**
 * Builds what the plugin is made of, from its configuration.
 *
 * @internal
 */
export function createTaskCenter(options: {
  knex: Knex;
  /** Reads without waiting for those who write. */
  reader: Knex;
  segments: SegmentStore;
  /** The same, read through `reader`. */
  readable: SegmentStore;
  config: RootConfigService;
  logger: LoggerService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  signals: SignalsService;
  engines: DatabaseEngine[];
}) {
  const {
    knex,
    reader,
    segments,
    readable,
    logger,
    auth,
    catalog,
    permissionsRegistry,
  } = options;
  const config = options.config.getOptionalConfig('taskCenter');
  const retention = config?.getOptionalConfig('retention');
  const workerConfig = config?.getOptionalConfig('worker');
  const runsTasks = workerConfig?.getOptionalBoolean('enabled') ?? true;

  const maxInlineBytes =
    config?.getOptionalNumber('scripts.maxInlineBytes') ?? 2 ** 24;

  const connections = ConnectionRegistry.create(
    readConnections(options.config),
    options.engines,
  );
  const entityRefs = connections.list().map(each => each.entityRef);
  const owners = CatalogDatabaseOwners.create({
    catalog,
    auth,
    logger,
    entityRefs: [...new Set(entityRefs)],
  });
  const resultSets = ResultSetStore.create(knex);
  const views = DefaultResultViews.create({
    knex,
    reader,
    segments,
    resultSets,
    logger,
  });
  const quota = ResultQuota.create({
    knex: reader,
    limits: readResultQuota(config),
  });
  const resultRetention = {
    resultsMs: readDuration(retention, 'results', { days: 14 }),
    maxResultsMs: readDuration(retention, 'keptResults', { days: 90 }),
  };
  const scripts = ScriptStore.create({
    knex,
    segments,
    maxBytes: config?.getOptionalNumber('scripts.maxBytes') ?? 2 ** 28,
  });
  const signals = DefaultTaskSignals.create(options);
  const store = DatabaseTaskStore.create({
    knex,
    reader,
    segments,
    scripts,
    signals,
  });
  const worker = TaskWorker.create({
    knex,
    segments,
    resultSets,
    quota,
    scripts,
    connections,
    logger,
    signals,
    auditor: options.auditor,
    channel: createWorkerChannel({ knex, logger }),
    maxConcurrentTasks:
      workerConfig?.getOptionalNumber('maxConcurrentTasks') ?? 8,
    pollMs: readDuration(workerConfig, 'pollInterval', { milliseconds: 1_500 }),
    shutdownGraceMs: readDuration(workerConfig, 'shutdownGrace', {
      seconds: 10,
    }),
  });
  const taskService = TaskService.create({
    store,
    scripts,
    connections,
    worker,
    maxInlineBytes,
  });
  registerPermissions(permissionsRegistry, { store, owners, connections });
  const policy = PolicyDecisionSource.create(options.permissions);
  const access = TaskCenterAccess.create({
    decisions: options.config.getOptionalBoolean('permission.enabled')
      ? policy
      : DefaultDecisionSource.create(policy),
    registry: permissionsRegistry,
  });
  const tasks = AuthorizedTaskService.create({
    tasks: taskService,
    successors: TaskSuccessors.create({
      tasks: taskService,
      store,
      scripts,
      segments,
      connections,
      worker,
    }),
    results: ResultKeeper.create({ store, quota, retention: resultRetention }),
    retention: resultRetention,
    scripts,
    access,
    owners,
    connections,
  });

  return {
    routes: {
      tasks,
      activity: TaskActivity.create({ knex: reader, access, owners }),
      access,
      connections,
      inspector: ConnectionInspector.create({
        access,
        connections,
        owners,
        logger,
      }),
      owners,
      scripts,
      segments: readable,
      resultSets: ResultSetStore.create(reader),
      views,
      maxInlineBytes,
    },
    worker,
    runsTasks,
    recovery: TaskRecovery.create({
      knex,
      segments,
      connections,
      logger,
      signals,
      patienceMs: runsTasks ? 0 : WORKERS_FIRST_MS,
    }),
    retention: TaskRetention.create({
      store,
      scripts,
      logger,
      resultsMs: resultRetention.resultsMs,
      tasksMs: readDuration(retention, 'tasks', { days: 90 }),
    }),
  };
}

function readResultQuota(config: Config | undefined): ResultQuotaLimits {
  const quota = config?.getOptionalConfig('results.quota');
  return {
    maxUserBytes: quota?.getOptionalNumber('userBytes') ?? 32 * GB,
    maxOverallBytes: quota?.getOptionalNumber('overallBytes') ?? 128 * GB,
  };
}
