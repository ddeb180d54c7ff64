import { StatementTraits } from './StatementTraits';

/**
 * What a statement does to transactions that does not take part in one as any other: `begin` another one, `rollback`
 * what was done in it, or `commit` it, on purpose or on the way.
 *
 * @public
 */
export type TransactionEdge = 'begin' | 'commit' | 'rollback';

/**
 * The edge of a transaction that a statement is, if it is one.
 *
 * @param traits - of the statement
 * @public
 */
export function transactionEdge({
  endsTransaction,
}: Pick<StatementTraits, 'endsTransaction'>): TransactionEdge | undefined {
  if (endsTransaction === undefined) {
    return undefined;
  }
  if (/^(BEGIN|START)/.test(endsTransaction)) {
    return 'begin';
  }
  return /^(ROLLBACK|ABORT)/.test(endsTransaction) ? 'rollback' : 'commit';
}
