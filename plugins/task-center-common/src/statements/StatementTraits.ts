/**
 * What a statement leaves in its session: `none` nothing that another statement could meet, `setting` a setting that can
 * be made again with the same statement (`USE shop`, `SET foreign_key_checks = 0`), `state` what cannot be had again by
 * running it once more (`SET @id = LAST_INSERT_ID()`, `CREATE TEMPORARY TABLE`, `PREPARE`, `LOCK TABLES`).
 *
 * @public
 */
export type SessionTrace = 'none' | 'setting' | 'state';

/**
 * What can be told of a statement from its text alone. When in doubt, the more careful answer.
 *
 * @public
 */
export interface StatementTraits {
  /**
   * The words of the statement, in capitals, that commit or end the transaction that is open, or that make the database
   * refuse to run it within one: `CREATE TABLE`, `COMMIT`, `VACUUM`. Absent when it takes part in a transaction as any
   * other.
   */
  endsTransaction?: string;
  /** Whether it undoes a part of the transaction that is open: `ROLLBACK TO SAVEPOINT a`. */
  undoesPart: boolean;
  trace: SessionTrace;
  /** Whether it runs statements that do not stand in its text, such as `CALL`: those may do anything, commit too. */
  runsOthers: boolean;
  /** Whether it may depend on what statements before it left in the session, such as `LAST_INSERT_ID()` or `@id`. */
  readsSession: boolean;
}
