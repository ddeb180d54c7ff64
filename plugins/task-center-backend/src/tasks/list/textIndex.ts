import { Knex } from 'knex';
import { isPostgres } from '../../database';
import { filterTasks } from '../filterTasks';
import { TaskQuery } from '../TaskStore';
import { countTasks } from './countTasks';
import { orderOf } from './taskOrder';
import { findRowids, isInTrigrams, isPhrase, rowidsOf } from './trigrams';

/** So many tasks with a text are looked at, whatever else they have to meet. */
const LOOKED_AT = 3_000;

/**
 * What tasks with a text are asked for.
 *
 * @internal
 */
export type TextQuery = TaskQuery & { search: string };

type Found = { id: string };

/**
 * Finds the tasks with a text by its index, unless there are too many.
 *
 * @param most - with PostgreSQL, how many are not too many
 * @returns their ids in the order that is asked for, and whether these are all
 * @internal
 */
export async function lookUp(
  knex: Knex,
  query: TextQuery,
  most: number,
): Promise<{ ids: string[]; areAll: boolean }> {
  if (isPostgres(knex)) {
    const rows: Found[] = await matchesIn(knex, query, most + 1)
      .select('id')
      .orderBy(orderOf(query));
    return { ids: rows.map(({ id }) => id), areAll: rows.length <= most };
  }
  if (!isInTrigrams(query.search)) {
    return { ids: [], areAll: false };
  }
  const found = await findRowids(knex, query.search, LOOKED_AT);
  const rowids = JSON.stringify(found.rowids);
  const numbers = knex.raw('(SELECT value AS number FROM json_each(?))', [
    rowids,
  ]);
  const rows: Found[] = await tasksWith(knex, query, numbers)
    .select('id')
    .orderBy(orderOf(query));
  return {
    ids: rows.map(({ id }) => id),
    areAll: found.areAll,
  };
}

/**
 * The ids of a page of the tasks with a text, found by its index rather than along the order.
 *
 * @internal
 */
export function findByIndex(knex: Knex, query: TextQuery): Knex.QueryBuilder {
  const tasks = isPostgres(knex)
    ? matchesIn(knex, query)
    : tasksWith(knex, query, rowidsOf(knex, query.search));
  return pageOf(tasks, query);
}

/**
 * How many tasks there are with a text.
 *
 * @internal
 */
export async function countWithText(
  knex: Knex,
  query: TextQuery,
): Promise<number> {
  if (isPostgres(knex) || !isPhrase(query.search)) {
    return countTasks(knex, query);
  }
  const counted = await tasksWith(knex, query, rowidsOf(knex, query.search))
    .count({ total: '*' })
    .first();
  return Number(counted?.total ?? 0);
}

/**
 * The ids of the page that a query asks for.
 *
 * @internal
 */
export function pageOf(
  tasks: Knex.QueryBuilder,
  query: TextQuery,
): Knex.QueryBuilder {
  return tasks
    .select('id')
    .orderBy(orderOf(query))
    .limit(query.limit)
    .offset(query.offset);
}

/** Of the tasks with these rowids, those that meet all but the text. */
function tasksWith(
  knex: Knex,
  query: TextQuery,
  rowids: Knex.QueryBuilder | Knex.Raw,
): Knex.QueryBuilder {
  // Other than one that is not crossed, SQLite leaves a join in this order.
  const tasks = knex.from(
    knex.raw('? AS found CROSS JOIN tasks ON tasks.rowid = found.number', [
      knex.raw('?', [rowids]),
    ]),
  );
  filterTasks(tasks, { ...query, search: undefined }, knex);
  return tasks;
}

/** All that a query asks for, for PostgreSQL, which goes by the index since it cannot know of an order. */
function matchesIn(
  knex: Knex,
  query: TextQuery,
  most?: number,
): Knex.QueryBuilder {
  const tasks = knex('tasks').select(
    ...['id', 'name', 'status', 'connection', 'created_by', 'created_at'],
  );
  filterTasks(tasks, query, knex);
  if (most !== undefined) {
    tasks.limit(most);
  }
  return knex.withMaterialized('found', tasks).from('found');
}
