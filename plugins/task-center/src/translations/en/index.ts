import { taskList } from './taskList';

/**
 * Every text of the pages, by its key.
 *
 * @internal
 */
export const en = {
  ...taskList,
};
