import {
  createStatementSplitter,
  CreateStatementSplitterOptions,
} from '../createStatementSplitter';
import { ScriptError } from '../ScriptError';
import { SplitStatement } from '../StatementSplitter';

/** A split script, and why it went no further. */
export interface SplitOutcome {
  statements: SplitStatement[];
  error?: ScriptError;
}

/**
 * Splits a script that comes in chunks of so many characters.
 */
export function splitInChunks(
  script: string,
  options: CreateStatementSplitterOptions,
  chunkSize: number = script.length || 1,
): SplitOutcome {
  const splitter = createStatementSplitter(options);
  const statements: SplitStatement[] = [];
  try {
    for (let at = 0; at < script.length; at += chunkSize) {
      append(statements, splitter.push(script.slice(at, at + chunkSize)));
    }
    append(statements, splitter.end());
  } catch (error) {
    if (!(error instanceof ScriptError)) {
      throw error;
    }
    return { statements, error };
  }
  return { statements };
}

/** A script can have more statements than a call can have arguments. */
function append(statements: SplitStatement[], more: SplitStatement[]) {
  more.forEach(statement => statements.push(statement));
}
