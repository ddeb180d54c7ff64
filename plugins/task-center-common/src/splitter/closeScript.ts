import { CreateStatementSplitterOptions } from './createStatementSplitter';
import {
  SplitStatement,
  StatementSplitter,
  UnclosedToken,
} from './StatementSplitter';

const PROBE = 'SELECT 1';

/**
 * How a script ends when another one is to stand behind it.
 *
 * @public
 */
export interface ScriptEnding {
  /** The statements that were still under way. */
  statements: SplitStatement[];
  /**
   * What must stand between the script and the next one: a line break, with the delimiter where the last statement has
   * none and with the delimiter set back where the script has changed it. Undefined when nothing can end the script,
   * because a quote, a comment or a parenthesis stays open in it, or because it says `quit`: what stands behind it would
   * be taken for a part of it, or never run.
   */
  glue?: string;
  /** The quote or comment that stays open in it. */
  unclosed?: UnclosedToken;
}

/**
 * Ends a script behind which another one is to stand, so that no statement spans both. The splitter itself is the proof:
 * a statement behind the glue must come out as it went in.
 *
 * @param splitter - the splitter to which the whole script was pushed, and for which `end` was not called. It is of no
 * use afterwards.
 * @param options - with which the splitter was created
 * @throws ScriptError as `StatementSplitter.push` does
 * @public
 */
export function closeScript(
  splitter: StatementSplitter,
  options: CreateStatementSplitterOptions,
): ScriptEnding {
  const { delimiter = ';' } = options;
  const complete = splitter.push('\n');
  const { unclosed } = splitter;
  const ended = splitter.push(`${splitter.delimiter}\n`);
  const reset =
    splitter.delimiter === delimiter ? '' : `DELIMITER ${delimiter}\n`;
  const end = ended.length > 0 ? `${splitter.delimiter}\n` : '';
  const probed = splitter.push(`${reset}${PROBE}\n${delimiter}\n`);
  return {
    statements: [...complete, ...ended],
    glue: isProbe(probed) ? `\n${end}${reset}` : undefined,
    unclosed,
  };
}

function isProbe(statements: SplitStatement[]): boolean {
  return statements.length === 1 && statements[0].text === PROBE;
}
