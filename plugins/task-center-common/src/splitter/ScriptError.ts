/**
 * Says that a script holds something that cannot be split into statements for a server, such as a command that only the
 * command-line client can obey. The message is a whole sentence that names the line.
 *
 * @public
 */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';

  constructor(
    /** The line of the script, from 1. */
    readonly line: number,
    reason: string,
  ) {
    super(`Line ${line}: ${reason}`);
  }
}
