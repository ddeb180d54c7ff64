import { StatementError } from './TaskStatement';

/**
 * What the database said against a statement, with its codes in front: `1062 (23000) Duplicate entry '7'`.
 *
 * @public
 */
export function describeStatementError({
  code,
  sqlState,
  message,
}: StatementError): string {
  // PostgreSQL's code is the SQLSTATE.
  const state = sqlState !== code && sqlState && `(${sqlState})`;
  return [code, state, message].filter(Boolean).join(' ');
}
