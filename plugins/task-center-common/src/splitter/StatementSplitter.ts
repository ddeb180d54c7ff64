/**
 * One statement of a script.
 *
 * @public
 */
export interface SplitStatement {
  /**
   * The statement as it is to be sent: without its delimiter and without blanks around it. It may end in a comment that
   * only a line break closes, so whoever joins statements puts one between them.
   */
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
  /** What ends a statement at the place up to which the script has come: a script can change it. */
  readonly delimiter: string;
  /**
   * Takes in the next chunk and yields the statements that are complete with it.
   *
   * @throws ScriptError when the script asks for what no server can do, once all that stands before it was yielded.
   */
  push(chunk: string): SplitStatement[];
  /**
   * Says that the script has ended and yields what was left.
   *
   * @throws ScriptError as `push` does.
   */
  end(): SplitStatement[];
}
