import { InputError } from '@backstage/errors';
import {
  createStatementSplitter,
  describeStatementOutlook,
  describeStatementTraits,
  SqlDialect,
} from 'backstage-plugin-task-center-common';

const LONGEST = 64 * 1024;
const KINDS = new Set([
  ...['DELETE', 'INSERT', 'MERGE', 'REPLACE', 'SELECT', 'UPDATE', 'VALUES'],
]);
/** The server decides by its version whether what stands in it is a part of the statement. */
const EXECUTABLE_COMMENT = /\/\*M?!/;

/**
 * Makes sure that the database can be asked about a text: it is one statement, which reads or changes rows and does
 * nothing else that can be told from the text.
 *
 * @returns the statement
 * @throws InputError when it is not
 * @internal
 */
export function checkEstimable(dialect: SqlDialect, sql: string): string {
  if (sql.length > LONGEST) {
    throw new InputError(
      `There are estimates for statements of at most ${LONGEST} characters.`,
    );
  }
  const statements = split(dialect, sql);
  if (statements.length !== 1) {
    throw new InputError(
      `An estimate is for one statement; this text has ${statements.length}.`,
    );
  }
  const [{ text }] = statements;
  const { kind } = describeStatementOutlook(dialect, text);
  const traits = describeStatementTraits(dialect, text);
  const isPlain =
    KINDS.has(kind) &&
    !traits.endsTransaction &&
    !traits.runsOthers &&
    traits.trace === 'none' &&
    !(dialect === 'mysql' && EXECUTABLE_COMMENT.test(text));
  if (!isPlain) {
    throw new InputError(
      'There are estimates for plain SELECT, INSERT, UPDATE and DELETE alone.',
    );
  }
  return text;
}

function split(dialect: SqlDialect, sql: string) {
  try {
    const splitter = createStatementSplitter({ dialect });
    return [...splitter.push(sql), ...splitter.end()];
  } catch (error: any) {
    throw new InputError(error.message);
  }
}
