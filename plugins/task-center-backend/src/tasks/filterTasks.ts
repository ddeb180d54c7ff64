import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { matchText } from './matchText';
import { ColumnFilter, TaskQuery } from './TaskStore';

/**
 * Which tasks are asked for, in whatever order.
 *
 * @internal
 */
export type TaskFilters = Omit<
  TaskQuery,
  'orderBy' | 'descending' | 'limit' | 'offset'
>;

/**
 * Narrows a query on `tasks` down to those that are asked for.
 *
 * @internal
 */
export function filterTasks(
  query: Knex.QueryBuilder,
  wanted: TaskFilters,
  knex: Knex,
): void {
  if (wanted.connection?.length) {
    query.whereIn('connection', wanted.connection);
  }
  if (wanted.status?.length) {
    query.whereIn('status', wanted.status);
  }
  if (wanted.createdBy !== undefined) {
    query.where({ created_by: wanted.createdBy });
  }
  if (wanted.createdAfter !== undefined) {
    query.where('created_at', '>=', wanted.createdAfter);
  }
  if (wanted.createdBefore !== undefined) {
    query.where('created_at', '<', wanted.createdBefore);
  }
  if (wanted.search) {
    matchText(query, wanted.search, knex);
  }
  if (wanted.criteria) {
    applyCriteria(query, wanted.criteria);
  }
}

function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ColumnFilter>,
): void {
  if ('not' in criteria) {
    query.whereNot(inner => applyCriteria(inner, criteria.not));
  } else if ('allOf' in criteria) {
    query.where(inner =>
      criteria.allOf.forEach(part =>
        inner.andWhere(each => applyCriteria(each, part)),
      ),
    );
  } else if ('anyOf' in criteria) {
    query.where(inner =>
      criteria.anyOf.forEach(part =>
        inner.orWhere(each => applyCriteria(each, part)),
      ),
    );
  } else {
    query.whereIn(criteria.column, criteria.values);
  }
}
