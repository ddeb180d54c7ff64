import { Knex } from 'knex';
import { isPostgres } from '../../database';
import { filterTasks } from '../filterTasks';
import { TaskQuery } from '../TaskStore';
import { countRows, countTasks } from './countTasks';
import { orderOf } from './taskOrder';

/** The index has three characters at a time. */
const TRIGRAM = 3;
/** No text has more behind what it begins with. */
const HIGHEST = '\u{10ffff}';
/** One or two characters are looked for in so many places, which takes SQLite some ten milliseconds. */
const PLACES = 60_000;
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
 * Whether there is an index to find a text by.
 *
 * @internal
 */
export function hasTextIndex(knex: Knex, text: string): boolean {
  if (isPostgres(knex)) {
    return true;
  }
  return isShort(text) ? [...text].every(hasPlainCase) : !text.includes('\0');
}

/** SQLite does not know the lower case of letters that came later to Unicode, among them a Greek one. */
const LAST_OLD_LETTER = '\u0527';
const NEW_GREEK_LETTER = '\u037f';

/**
 * Whether SQLite and JavaScript agree on what a letter is in lower case, or neither knows of such a thing.
 */
function hasPlainCase(letter: string): boolean {
  const lower = letter.toLowerCase();
  const upper = letter.toUpperCase();
  return (
    letter !== '\0' &&
    lower.toUpperCase() === upper &&
    upper.toLowerCase() === lower &&
    (lower === upper ||
      (letter <= LAST_OLD_LETTER && letter !== NEW_GREEK_LETTER))
  );
}

/**
 * Whether a text is shorter than what the index is made of, so that it is found by all that begins with it.
 *
 * @internal
 */
export function isShort(text: string): boolean {
  return [...text].length < TRIGRAM;
}

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
  if (!hasTextIndex(knex, query.search)) {
    return { ids: [], areAll: false };
  }
  if (isPostgres(knex)) {
    const rows: Found[] = await matchesIn(knex, query, most + 1)
      .select('id')
      .orderBy(orderOf(query));
    return { ids: rows.map(({ id }) => id), areAll: rows.length <= most };
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
  const { search } = query;
  if (isPostgres(knex) || !hasTextIndex(knex, search) || isShort(search)) {
    return countTasks(knex, query);
  }
  const counted = await tasksWith(knex, query, rowidsOf(knex, search))
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

/**
 * The rowids of the tasks that have a text, for SQLite.
 *
 * @internal
 */
export function rowidsOf(knex: Knex, text: string): Knex.QueryBuilder {
  if (isShort(text)) {
    return placesOf(knex, text).distinct({ number: 'doc' });
  }
  const phrase = `"${text.replace(/"/g, '""')}"`;
  return knex('task_search')
    .select({ number: 'rowid' })
    .whereRaw('task_search MATCH ?', [phrase]);
}

/**
 * Finds the rowids of the tasks that have a text, for SQLite, unless there are too many or it is in too many places.
 *
 * @internal
 */
export async function findRowids(
  knex: Knex,
  text: string,
  most: number,
): Promise<{ rowids: number[]; areAll: boolean }> {
  if (!isShort(text)) {
    const found: { number: number }[] = await rowidsOf(knex, text).limit(
      most + 1,
    );
    return {
      rowids: found.map(({ number }) => number),
      areAll: found.length <= most,
    };
  }
  const places = () => placesOf(knex, text).select('doc').limit(PLACES);
  const found: { number: number }[] = await knex
    .from(places().as('places'))
    .distinct({ number: 'doc' })
    .limit(most + 1);
  return {
    rowids: found.map(({ number }) => number),
    areAll: found.length <= most && (await countRows(knex, places())) < PLACES,
  };
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

/** Where there are groups of three characters that begin with one or two. */
function placesOf(knex: Knex, text: string): Knex.QueryBuilder {
  // Each by itself: JavaScript writes a sigma at the end of a word otherwise.
  const first = [...text].map(letter => letter.toLowerCase()).join('');
  return knex('task_search_trigrams').whereBetween('term', [
    first,
    first + HIGHEST,
  ]);
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
