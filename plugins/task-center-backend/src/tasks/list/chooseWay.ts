import { Knex } from 'knex';
import { isPostgres } from '../../database';
import { filterTasks } from '../filterTasks';
import { chooseSource } from './chooseSource';
import { findByIndex, pageOf, TextQuery } from './textIndex';
import { findRowids, isInTrigrams, isPhrase, rowidsOf } from './trigrams';
import { Walk } from './walkAlong';

/** Of so many tasks SQLite reads all rows in less time than it follows an order. */
const SCANNED = 15_000;
/** So many tasks are found by SQLite's index and sorted in less time than it takes to note which ones they are. */
const SORTED = 30_000;

/**
 * How to find a page of tasks with a frequent text that is far down, or further than others in that order.
 *
 * @param walk - what the first ones in that order are like
 * @returns gives the query for the ids
 * @internal
 */
export async function chooseWay(
  knex: Knex,
  query: TextQuery,
  walk: Walk,
): Promise<() => Knex.QueryBuilder> {
  if (isPostgres(knex) || (await areFew(knex, query.search))) {
    return () => findByIndex(knex, query);
  }
  const isNoted = isPhrase(query.search);
  const source =
    isNoted || walk.among < SCANNED
      ? await chooseSource(knex, query, walk.among, walk.among)
      : 'tasks NOT INDEXED';
  return () => {
    const tasks = knex(knex.raw(source));
    if (isNoted) {
      filterTasks(tasks, { ...query, search: undefined }, knex);
      // The unary plus keeps SQLite from looking up each of them.
      tasks.whereRaw('+tasks.rowid IN ?', [rowidsOf(knex, query.search)]);
    } else {
      filterTasks(tasks, query, knex);
    }
    return pageOf(tasks, query);
  };
}

async function areFew(knex: Knex, text: string): Promise<boolean> {
  return isInTrigrams(text) && (await findRowids(knex, text, SORTED)).areAll;
}
