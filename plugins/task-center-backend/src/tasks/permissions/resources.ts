import { ConnectionDefinition } from '../../connections';
import { TaskRow } from '../../database';
import { ConnectionResource, TaskResource } from './rules';

/**
 * A task as the permission rules see it.
 *
 * @internal
 */
export function toTaskResource(
  row: TaskRow,
  owners: Map<string, string[]>,
): TaskResource {
  return {
    createdBy: row.created_by,
    connection: row.connection,
    engine: row.engine,
    entityRef: row.entity_ref,
    owners: owners.get(row.entity_ref) ?? [],
  };
}

/**
 * A connection as the permission rules see it.
 *
 * @internal
 */
export function toConnectionResource(
  connection: ConnectionDefinition,
  owners: Map<string, string[]>,
): ConnectionResource {
  return {
    id: connection.id,
    engine: connection.engine,
    entityRef: connection.entityRef,
    owners: owners.get(connection.entityRef) ?? [],
  };
}
