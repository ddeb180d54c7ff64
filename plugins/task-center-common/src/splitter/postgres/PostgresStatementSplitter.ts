import { codeOf } from '../../statements/codeOf';
import { ScriptError } from '../ScriptError';
import { SplitStatement } from '../StatementSplitter';
import { PostgresLexer } from './PostgresLexer';
import { commandReason, readCommand } from './psqlCommands';

/** A comment may precede it. */
const MAY_BE_COPY = /^(?:copy|\/)/i;
const COPY_FROM_STDIN = /^\s*COPY\b(?!\s*\()[^]*?\bFROM\s+(?:STDIN|STDOUT)\b/i;
const COPY_REASON =
  'COPY … FROM STDIN reads the data lines behind it, which are not SQL. Write INSERT statements (pg_dump --inserts makes them) or COPY from a file on the database server.';

/**
 * Splits as psql does when it reads a script from a file.
 *
 * @internal
 */
export class PostgresStatementSplitter extends PostgresLexer {
  protected finish() {
    if (this.reader.inStatement) {
      this.statementEnds();
    }
  }

  protected statementEnds() {
    const statement = this.reader.take();
    if (this.hasCode) {
      refuseCopyFromStdin(statement);
      this.emit(statement);
    }
  }

  protected backslash(): boolean {
    const { reader } = this;
    const command = readCommand(reader);
    if (command === 'wait') {
      return false;
    }
    if (!command.isHarmless || reader.inStatement) {
      throw new ScriptError(reader.line, commandReason(command.name));
    }
    reader.position += command.length;
    return true;
  }
}

function refuseCopyFromStdin({ text, line }: SplitStatement) {
  if (
    MAY_BE_COPY.test(text) &&
    COPY_FROM_STDIN.test(codeOf('postgres', text))
  ) {
    throw new ScriptError(line, COPY_REASON);
  }
}
