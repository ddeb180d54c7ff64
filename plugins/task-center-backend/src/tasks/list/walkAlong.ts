import { Knex } from 'knex';
import { filterTasks } from '../filterTasks';
import { matchText } from '../matchText';
import { chooseSource } from './chooseSource';
import { countTasks } from './countTasks';
import { orderOf } from './taskOrder';
import { TextQuery } from './textIndex';

/** So many tasks are looked through at first. */
const FEW = 2_000;
/** More are looked through where so many are likely to be enough: up to three times as many, since they may lie apart. */
const MANY = 15_000;

/**
 * What was found along an order.
 *
 * @internal
 */
export interface Walk {
  /** Of those with the text, in the order. */
  ids: string[];
  /** How many tasks meet all but the text, if they are not too many. */
  among: number;
  /** Whether there are no others. */
  isWhole: boolean;
}

/**
 * Looks for a text in the first tasks that meet all else: in few at first, then in more where these are likely to fill the
 * page.
 *
 * @internal
 */
export async function walkAlong(knex: Knex, query: TextQuery): Promise<Walk> {
  const others = { ...query, search: undefined };
  const among = await countTasks(knex, others, MANY + 1);
  if (among === 0) {
    return { ids: [], among, isWhole: true };
  }
  const end = query.offset + query.limit;
  const few = await findAmongFirst(knex, query, among, FEW);
  const isWhole = among <= FEW;
  const likely = Math.ceil((end * FEW) / few.length);
  const isEnough = isWhole || few.length >= end || likely > MANY;
  return {
    ids: isEnough
      ? few
      : // Behind the first ones they may lie less close.
        await findAmongFirst(knex, query, among, 3 * likely, end),
    among,
    isWhole,
  };
}

async function findAmongFirst(
  knex: Knex,
  query: TextQuery,
  among: number,
  most: number,
  wanted?: number,
): Promise<string[]> {
  const source = await chooseSource(knex, query, most, among);
  const first = knex(knex.raw(source))
    .select('id', 'name', 'description')
    .orderBy(orderOf(query))
    .limit(most);
  filterTasks(first, { ...query, search: undefined }, knex);
  // Both databases keep the order; asking for it again, SQLite would look at all before it stops.
  const withText = knex(first.as('first')).select('id');
  matchText(withText, query.search, knex);
  if (wanted !== undefined) {
    withText.limit(wanted);
  }
  const found: { id: string }[] = await withText;
  return found.map(({ id }) => id);
}
