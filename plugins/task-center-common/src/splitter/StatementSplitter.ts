/**
 * One statement of a script.
 *
 * @public
 */
export interface SplitStatement {
  /** The statement as it is to be sent: without its delimiter and without blanks around it. */
  text: string;
  /** The line of the script on which the text begins, from 1. */
  line: number;
}

/**
 * Splits a script into its statements while it arrives. The script can come in chunks of any size; the outcome does not
 * depend on where they end.
 *
 * @public
 */
export interface StatementSplitter {
  /** Takes in the next chunk and yields the statements that are complete with it. */
  push(chunk: string): SplitStatement[];
  /** Says that the script has ended and yields what was left. */
  end(): SplitStatement[];
}
