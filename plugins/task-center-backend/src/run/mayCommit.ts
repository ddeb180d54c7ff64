import {
  describeStatementTraits,
  SqlDialect,
} from 'backstage-plugin-task-center-common';

/**
 * Whether a statement that runs within a transaction may commit it, as far as its text tells: whatever becomes of the
 * statement itself, and whether a transaction is open behind it or not.
 *
 * @internal
 */
export function mayCommit(dialect: SqlDialect, sql: string): boolean {
  const { endsTransaction, runsOthers } = describeStatementTraits(dialect, sql);
  // The others refuse a procedure that commits where a transaction was begun before it.
  return endsTransaction !== undefined || (runsOthers && dialect === 'mysql');
}
