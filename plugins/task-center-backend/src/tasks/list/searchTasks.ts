import { Knex } from 'knex';
import { TaskList } from '../TaskStore';
import { chooseWay } from './chooseWay';
import { readTasks } from './taskOrder';
import { countWithText, lookUp, TextQuery } from './textIndex';
import { walkAlong } from './walkAlong';

/** More tasks with a text are not counted. */
const COUNTED = 1_000;

/**
 * A page of the tasks with a text. Those with a rare text are found by its index and then sorted; those with a frequent
 * one along the order, where there are soon enough of them.
 *
 * @internal
 */
export async function searchTasks(
  knex: Knex,
  query: TextQuery,
): Promise<TaskList> {
  const { offset, limit } = query;
  const end = offset + limit;
  const known = await lookUp(knex, query, COUNTED);
  if (known.areAll) {
    const ids = known.ids.slice(offset, end);
    const rows = await readTasks(knex, query, ids);
    return { rows, totalItems: known.ids.length };
  }
  const walk = await walkAlong(knex, query);
  const seen = walk.ids.length;
  if (walk.isWhole || seen >= end) {
    const ids = walk.ids.slice(offset, end);
    const rows = await readTasks(knex, query, ids);
    return walk.isWhole
      ? { rows, totalItems: seen }
      : { rows, ...atLeast(Math.max(seen, known.ids.length), end) };
  }
  const find = await chooseWay(knex, query, walk);
  const rows = await readTasks(knex, query, find());
  if (limit > 0 && rows.length === limit) {
    return { rows, ...atLeast(Math.max(seen, known.ids.length), end) };
  }
  const isEnd = rows.length > 0 || offset === 0;
  return {
    rows,
    totalItems: isEnd ? offset + rows.length : await countWithText(knex, query),
  };
}

function atLeast(known: number, end: number) {
  const totalItems = Math.max(Math.min(known, COUNTED), end);
  return { totalItems, totalIsAtLeast: true };
}
