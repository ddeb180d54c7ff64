/**
 * What a person should know of a statement before it runs:
 *
 * - `update-all`, `delete-all`: nothing limits which rows it changes
 * - `drop`: it removes something for good, with the rows in it
 * - `truncate`: it empties something
 * - `shutdown`: it stops the server
 * - `server`: it changes the server as a whole, or who may do what there
 * - `lock`: it can keep others from a table for as long as it runs
 * - `implicit-commit`: it commits the transaction that the script has opened
 * - `refused-in-transaction`: the database refuses it within the transaction that the script has opened
 * - `never-committed`: it begins a transaction that the script does not end, so that all in it is undone
 *
 * @public
 */
export type RiskKind =
  | 'update-all'
  | 'delete-all'
  | 'drop'
  | 'truncate'
  | 'shutdown'
  | 'server'
  | 'lock'
  | 'implicit-commit'
  | 'refused-in-transaction'
  | 'never-committed';

/**
 * @public
 */
export interface StatementRisk {
  kind: RiskKind;
  /** The words that tell, in capitals: `DELETE`, `DROP TABLE`, `ALTER TABLE DROP COLUMN`. */
  words: string;
  /** What it is about, as it is written there, quotes included: a table, in most cases. */
  target?: string;
  /** What else it is about, as `b` and `c` in `DROP TABLE a, b, c`. */
  moreTargets?: string[];
}

/**
 * What can be said of a statement from its text alone.
 *
 * @public
 */
export interface StatementOutlook {
  /** The word that says what it does, in capitals: the `UPDATE` of `WITH … UPDATE`. `other` where there is none. */
  kind: string;
  risks: StatementRisk[];
}
