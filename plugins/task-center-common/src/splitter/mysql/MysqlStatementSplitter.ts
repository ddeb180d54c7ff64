import { trimEnd } from '../characters';
import { ScriptError } from '../ScriptError';
import { SplitStatement } from '../StatementSplitter';
import {
  ClientCommand,
  LONGEST_COMMAND,
  mayBeCommand,
  readLongCommand,
} from './clientCommands';
import { delimiterFrom, misplacedDelimiter } from './delimiterFrom';
import { MysqlLexer } from './MysqlLexer';
import { serverStatement } from './serverStatement';
import { withoutComments } from './withoutComments';

/**
 * Splits as the `mysql` client does in batch mode, and does what its commands ask for.
 *
 * @internal
 */
export class MysqlStatementSplitter extends MysqlLexer {
  protected finish() {
    if (!this.reader.inStatement) {
      return;
    }
    const statement = this.reader.take();
    if (/^delimiter[ \t]/i.test(statement.text)) {
      throw misplacedDelimiter(statement.line);
    }
    this.emitVisible(statement);
  }

  protected statementEnds() {
    const statement = this.reader.take();
    const command = this.commandIn(statement.text);
    if (!command || command.name === 'go' || command.name === 'ego') {
      this.emitVisible(statement);
    } else {
      this.obey(command, statement.line);
    }
  }

  protected obey(command: ClientCommand, line: number) {
    switch (command.name) {
      case 'delimiter':
        this.setDelimiter(delimiterFrom(command, line));
        break;
      case 'go':
      case 'ego':
        this.sendPending();
        break;
      case 'clear':
        this.reader.drop();
        break;
      case 'exit':
      case 'quit':
        this.sendPending();
        this.stop();
        break;
      // MariaDB's dumps begin with it; it only forbids the client what is an error here.
      case 'sandbox':
        break;
      default:
        this.emit({ text: statementFor(command, line), line });
    }
  }

  private commandIn(statement: string): ClientCommand | undefined {
    return mayBeCommand(statement) && statement.length <= LONGEST_COMMAND
      ? readLongCommand(withoutComments(statement), this.delimiter)
      : undefined;
  }

  private sendPending() {
    if (this.reader.inStatement) {
      this.emitVisible(this.reader.take());
    }
  }

  /**
   * The client sends nothing where control characters are all that is left without the comments.
   */
  private emitVisible(statement: SplitStatement) {
    const { text } = statement;
    if (text.charCodeAt(0) > 32 || trimEnd(withoutComments(text)) !== '') {
      this.emit(statement);
    }
  }
}

function statementFor(command: ClientCommand, line: number): string {
  const text = serverStatement(command);
  if (text === undefined) {
    throw new ScriptError(line, reasonAgainst(command));
  }
  return text;
}

function reasonAgainst(command: ClientCommand): string {
  const written = /^(?:\\.|\S+)/.exec(command.text)?.[0];
  switch (command.name) {
    case 'use':
      return 'USE must be followed by the name of a database.';
    case 'charset':
      return `\`${written}\` cannot change the character set: a script is always read as UTF-8.`;
    default:
      return `\`${written}\` is a command of the mysql client, not SQL; only the client can obey it. Take it out of the script.`;
  }
}
