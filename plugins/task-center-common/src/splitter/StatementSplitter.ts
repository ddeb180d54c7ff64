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
 * A quote or a comment that has begun and not ended, so that nothing behind it is seen as a statement.
 *
 * @public
 */
export interface UnclosedToken {
  /** What it begins with: `'`, `"`, `` ` ``, `[`, `/*` or a tag such as `$body$`. */
  token: string;
  /** The line of the script on which it begins, from 1. */
  line: number;
  /** How the line, or the comment, begins that it stands in. */
  text: string;
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
  /** In which quote or comment the place stands up to which the script has come, also once it has ended. */
  readonly unclosed: UnclosedToken | undefined;
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
