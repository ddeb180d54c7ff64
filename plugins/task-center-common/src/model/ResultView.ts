import { Page } from './Page';
import { ResultRow } from './ResultSet';

/**
 * How a value is compared: `equals` and the others take a text, `isNull` and `isNotNull` take none. Where the column
 * holds numbers, `lessThan` and `greaterThan` compare numbers, exactly; elsewhere they compare texts.
 *
 * @public
 */
export type ResultFilterOperator =
  | 'contains'
  | 'notContains'
  | 'equals'
  | 'notEquals'
  | 'startsWith'
  | 'lessThan'
  | 'greaterThan'
  | 'isNull'
  | 'isNotNull';

/**
 * @public
 */
export interface ResultFilter {
  /** From 0. Absent: any column. */
  column?: number;
  operator: ResultFilterOperator;
  value?: string;
}

/**
 * @public
 */
export interface ResultSort {
  /** From 0. */
  column: number;
  descending?: boolean;
}

/**
 * What is asked of the rows of a result set: those that pass every filter, in this order. Rows that are equal stay in
 * the order in which the database returned them; NULL comes first.
 *
 * @public
 */
export interface ResultViewSpec {
  filters?: ResultFilter[];
  sort?: ResultSort[];
}

/**
 * The rows of a whole result set that pass a filter, in an order of one's own, as the service makes them ready.
 *
 * @public
 */
export interface ResultView {
  id: string;
  state: 'building' | 'ready' | 'failed';
  /** How many rows of the result set were looked at so far. */
  scannedRows: number;
  /**
   * How far what was sorted in parts is merged, in rows that are written. A row can be written more than once, so `total`
   * can be more than the rows there are. Absent before and after.
   */
  merging?: { done: number; total: number };
  /** How many rows there are in it. Present once it is ready. */
  rowCount?: number;
  /** Why it could not be made. */
  message?: string;
}

/**
 * Rows of a result set, or of a view of it.
 *
 * @public
 */
export interface ResultRowPage extends Page<ResultRow> {
  /** For each row of a view, its position in the result set, from 0. */
  positions?: number[];
}

/**
 * Where a text is in a result set.
 *
 * @public
 */
export interface ResultMatches {
  /** Both from 0, row by row. `row` is a position in what was searched: the result set, or a view of it. */
  items: { row: number; column: number }[];
  /** Where to look on. Absent when the end was reached. */
  nextRow?: number;
}
