import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { TaskFilter, VisibleTasks } from './permissions';
import { ColumnFilter } from './TaskStore';

const COLUMNS = {
  createdBy: 'created_by',
  connection: 'connection',
  engine: 'engine',
} as const;

/**
 * Puts the conditions of a permission decision in terms of the columns of a task. Ownership becomes a list of the
 * databases that are owned.
 *
 * @internal
 */
export function resolveVisibleTasks(
  visible: VisibleTasks,
  owners: Map<string, string[]>,
): PermissionCriteria<ColumnFilter> | undefined {
  if (visible === 'all') {
    return undefined;
  }
  return visible === 'none'
    ? { column: 'connection', values: [] }
    : resolve(visible, owners);
}

function resolve(
  criteria: PermissionCriteria<TaskFilter>,
  owners: Map<string, string[]>,
): PermissionCriteria<ColumnFilter> {
  if ('not' in criteria) {
    return { not: resolve(criteria.not, owners) };
  }
  if ('allOf' in criteria) {
    return { allOf: mapCriteria(criteria.allOf, owners) };
  }
  if ('anyOf' in criteria) {
    return { anyOf: mapCriteria(criteria.anyOf, owners) };
  }
  if (criteria.key !== 'ownedBy') {
    return { column: COLUMNS[criteria.key], values: criteria.values };
  }
  const owned = [...owners].filter(([, refs]) =>
    refs.some(ref => criteria.claims.includes(ref)),
  );
  return { column: 'entity_ref', values: owned.map(([ref]) => ref) };
}

function mapCriteria(
  parts: [PermissionCriteria<TaskFilter>, ...PermissionCriteria<TaskFilter>[]],
  owners: Map<string, string[]>,
): [PermissionCriteria<ColumnFilter>, ...PermissionCriteria<ColumnFilter>[]] {
  const [first, ...rest] = parts;
  return [resolve(first, owners), ...rest.map(part => resolve(part, owners))];
}
