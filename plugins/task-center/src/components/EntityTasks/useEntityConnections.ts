import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import { Connection } from 'backstage-plugin-task-center-common';
import { useConnections, usePolling } from '../../hooks';
import { findDatabases, resourcesOf } from './findDatabases';

/**
 * The connections of an entity's databases.
 *
 * @internal
 */
export interface EntityConnections {
  /** Undefined until they are known. */
  connections: Connection[] | undefined;
  error: Error | undefined;
  refresh: () => Promise<void>;
}

/**
 * The connections to the databases that an entity is, has or depends on, in the order of the configuration.
 *
 * @internal
 */
export function useEntityConnections(entity: Entity): EntityConnections {
  const catalogApi = useApi(catalogApiRef);
  const all = useConnections();
  const databases = usePolling({
    key: stringifyEntityRef(entity),
    load: () => loadDatabases(entity, catalogApi),
    intervalMs: () => undefined,
  });

  const { connections, error, refresh } = all;
  const {
    data: refs,
    isStale,
    error: ownError,
    refresh: refreshOwn,
  } = databases;
  return useMemo(() => {
    const known = isStale ? undefined : refs;
    return {
      connections:
        known &&
        connections?.filter(each =>
          known.has(each.entityRef.toLocaleLowerCase('en-US')),
        ),
      error: error ?? ownError,
      refresh: async () => {
        await Promise.all([refresh(), refreshOwn()]);
      },
    };
  }, [connections, error, refresh, refs, isStale, ownError, refreshOwn]);
}

async function loadDatabases(
  entity: Entity,
  catalogApi: CatalogApi,
): Promise<Set<string>> {
  const { resources, components } = findDatabases(entity);
  const { items } = components.length
    ? await catalogApi.getEntitiesByRefs({
        entityRefs: components,
        fields: ['kind', 'metadata', 'relations'],
      })
    : { items: [] };
  const refs = [
    ...resources,
    ...items.flatMap(item => (item ? resourcesOf(item) : [])),
  ];
  return new Set(refs.map(ref => ref.toLocaleLowerCase('en-US')));
}
