import { ResultFilter, ResultSort } from 'backstage-plugin-task-center-common';

/**
 * What a person asks of the rows of a result set, and where it is looked for: in all rows, or in those that are in the
 * page's memory already.
 *
 * @internal
 */
export interface GridQuery {
  filters: ResultFilter[];
  sort: ResultSort[];
  scope: 'whole' | 'loaded';
}

/**
 * Whether anything is asked, so that the rows are others than those of the result set, or in another order.
 *
 * @internal
 */
export function isAsked({ filters, sort }: GridQuery): boolean {
  return filters.length > 0 || sort.length > 0;
}
