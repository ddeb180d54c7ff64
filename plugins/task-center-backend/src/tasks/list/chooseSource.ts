import { Knex } from 'knex';
import { isPostgres } from '../../database';
import { TaskQuery } from '../TaskStore';
import { countTasks } from './countTasks';
import { indexOf } from './taskOrder';

/** Reading the row of a task takes SQLite so many times as long as a step along an index. */
const STEPS_PER_ROW = 20;

/**
 * SQLite does not know how many tasks meet a filter, and would sort hundreds of thousands to find the first few. So it is
 * told to go along the order instead where that is less work.
 *
 * @param wanted - how many tasks are to be found, with those before the page
 * @param matching - how many there are
 * @internal
 */
export async function chooseSource(
  knex: Knex,
  query: Pick<TaskQuery, 'orderBy' | 'descending'>,
  wanted: number,
  matching: number,
): Promise<string> {
  if (isPostgres(knex)) {
    return 'tasks';
  }
  const all = await countTasks(knex, {});
  const steps = (wanted * all) / matching;
  return steps > STEPS_PER_ROW * matching
    ? 'tasks'
    : `tasks INDEXED BY ${indexOf(query)}`;
}
