import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ResultByteLimits,
  SettingLimits,
} from 'backstage-plugin-task-center-common';
import { ConnectionDefinition } from './ConnectionDefinition';
import { readDuration } from './readDuration';

// As the pages write sizes.
const GB = 10 ** 9;

/**
 * The connections that the configuration names.
 *
 * @throws InputError when one of them makes no sense
 * @internal
 */
export function readConnections(rootConfig: Config): ConnectionDefinition[] {
  const section = rootConfig.getOptionalConfig('taskCenter.connections');
  return (section?.keys() ?? []).map(id =>
    readConnection(id, section!.getConfig(id)),
  );
}

function readConnection(id: string, config: Config): ConnectionDefinition {
  const entityRef = parseEntityRef(config.getString('entityRef'), {
    defaultKind: 'resource',
    defaultNamespace: 'default',
  });
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    engine: config.getString('engine'),
    entityRef: stringifyEntityRef(entityRef),
    config: config.getConfig('connection'),
    maxConcurrentTasks: atLeastOne(
      config.getOptionalNumber('maxConcurrentTasks') ?? 2,
      `taskCenter.connections.${id}.maxConcurrentTasks`,
    ),
    limits: {
      resultRows: readLimits(
        id,
        'resultRows',
        config.getOptionalNumber('limits.resultRows.default'),
        config.getOptionalNumber('limits.resultRows.max'),
        { default: 1_000, max: 10_000_000 },
      ),
      resultBytes: readResultBytes(id, config),
      executionTimeoutSeconds: readTimeout(id, config),
    },
  };
}

function readResultBytes(id: string, config: Config): ResultByteLimits {
  const bytes = (key: string, fallback: number) =>
    atLeastOne(
      config.getOptionalNumber(`limits.resultBytes.${key}`) ?? fallback,
      `taskCenter.connections.${id}.limits.resultBytes.${key}`,
    );
  const task = bytes('task', 16 * GB);
  return { resultSet: bytes('resultSet', Math.min(8 * GB, task)), task };
}

function readTimeout(id: string, config: Config): SettingLimits {
  const seconds = (key: string) => {
    const path = `limits.executionTimeout.${key}`;
    return config.has(path)
      ? Math.ceil(readDuration(config, path, {}) / 1000)
      : undefined;
  };
  return readLimits(
    id,
    'executionTimeout',
    seconds('default'),
    seconds('max'),
    { default: 48 * 3600, max: 480 * 3600 },
  );
}

function readLimits(
  id: string,
  name: string,
  given: number | undefined,
  max: number | undefined,
  fallback: SettingLimits,
): SettingLimits {
  const path = `taskCenter.connections.${id}.limits.${name}`;
  const most = atLeastOne(
    max ?? Math.max(fallback.max, given ?? 0),
    `${path}.max`,
  );
  const usual = atLeastOne(
    given ?? Math.min(fallback.default, most),
    `${path}.default`,
  );
  if (usual > most) {
    throw new InputError(`${path}.default is above ${path}.max`);
  }
  return { default: usual, max: most };
}

function atLeastOne(value: number, path: string): number {
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InputError(`${path} must be a whole number of at least 1`);
  }
  return value;
}
