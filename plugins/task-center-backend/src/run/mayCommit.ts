import {
  SqlDialect,
  StatementTraits,
} from 'backstage-plugin-task-center-common';

/**
 * Whether a statement that runs within a transaction may commit it, as far as its text tells: whatever becomes of the
 * statement itself, and whether a transaction is open behind it or not.
 *
 * @internal
 */
export function mayCommit(
  dialect: SqlDialect,
  { endsTransaction, runsOthers }: TransactionTraits,
): boolean {
  // The others refuse a procedure that commits where a transaction was begun before it.
  return endsTransaction !== undefined || (runsOthers && dialect === 'mysql');
}

/**
 * What a statement's text tells of what it does to a transaction.
 *
 * @internal
 */
export type TransactionTraits = Pick<
  StatementTraits,
  'endsTransaction' | 'runsOthers'
>;
