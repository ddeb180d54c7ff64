import { characterSet, CR, isSpace, LF, NUL, SLASH, STAR } from '../characters';
import { ScriptSplitter } from '../ScriptSplitter';
import {
  ClientCommand,
  readLineCommand,
  readShortCommand,
} from './clientCommands';
import { nulCharacter } from '../nulCharacter';
import { lookAt, lookAtSlash, Token } from './lookAt';

const STATEMENT_MARKS = '\'"`\\#-/*\r\n\0';
const IN_BLOCK_COMMENT = characterSet('*/\r\n');
const IN_LINE_COMMENT = characterSet('\r\n');
const IN_QUOTE = new Map(
  ["'\\\n", '"\\\n', '`\n'].map(marks => [
    marks.charCodeAt(0),
    characterSet(marks),
  ]),
);

/**
 * Knows where statements, quotes, comments and client commands begin and end. The client works line by line and looks
 * no further than to the end of the line; so does this.
 *
 * @internal
 */
export abstract class MysqlLexer extends ScriptSplitter {
  private quote = 0;
  private quoteMarks = IN_LINE_COMMENT;
  /** Whether only blanks precede on this line, so that a client command may stand here. */
  private atLineStart = true;
  /** Whether a comment that is executed began on this line; the client forgets it with the line. */
  private inExecutable = false;
  private readonly statementMarks = characterSet(STATEMENT_MARKS);

  constructor(public delimiter: string) {
    super();
    this.setDelimiter(delimiter);
  }

  /** Is called where the delimiter stands; the statement is to be taken from the reader. */
  protected abstract statementEnds(): void;

  /** Is called where a command stands; with the short form a statement may have begun. */
  protected abstract obey(command: ClientCommand, line: number): void;

  protected setDelimiter(delimiter: string) {
    if (!STATEMENT_MARKS.includes(this.delimiter[0])) {
      this.statementMarks[this.delimiter.charCodeAt(0)] = 0;
    }
    this.delimiter = delimiter;
    this.statementMarks[delimiter.charCodeAt(0)] = 1;
  }

  protected between(): boolean {
    const { reader } = this;
    const code = reader.code;
    if (isSpace(code)) {
      this.pass();
      this.atLineStart ||= code === LF;
      return true;
    }
    if (!this.atLineStart) {
      return this.enter(lookAt(reader, this.delimiter));
    }
    const command = readLineCommand(reader, this.delimiter);
    if (command === 'wait') {
      return false;
    }
    if (command) {
      this.obey(command, reader.line);
      reader.position += command.text.length;
    }
    this.atLineStart = command !== undefined;
    return true;
  }

  protected inStatement(): boolean {
    return (
      this.reader.find(this.statementMarks) &&
      this.enter(lookAt(this.reader, this.delimiter))
    );
  }

  private enter(token: Token): boolean {
    switch (token) {
      case 'wait':
        return false;
      case 'escape':
        return this.escape();
      case 'delimiter':
        this.delimiterStands();
        return true;
      case 'lineComment':
        this.room = 'lineComment';
        return true;
      case 'blockComment':
        this.openBlockComment();
        return true;
      default:
        return this.statementGoesOn(token);
    }
  }

  private statementGoesOn(token: Token): boolean {
    const { reader } = this;
    const code = reader.code;
    if (!reader.inStatement) {
      reader.begin();
    }
    this.room = 'statement';
    if (code === NUL) {
      throw nulCharacter(reader.line);
    }
    if (token === 'executableComment') {
      this.inExecutable = true;
    } else if (code === CR) {
      return this.carriageReturn();
    } else if (code === STAR && this.inExecutable) {
      const next = reader.peek(1);
      if (next === undefined) {
        return false;
      }
      this.inExecutable = next !== SLASH;
    } else if (isQuote(code)) {
      this.quote = code;
      this.quoteMarks = IN_QUOTE.get(code)!;
      this.quoteLine = reader.line;
      this.room = 'quote';
    }
    this.pass();
    return true;
  }

  protected quoteToken(): string {
    return String.fromCharCode(this.quote);
  }

  protected inQuote(): boolean {
    const { reader } = this;
    if (!this.reader.find(this.quoteMarks)) {
      return false;
    }
    const code = reader.code;
    if (code === this.quote) {
      this.room = 'statement';
    } else if (code !== LF) {
      return this.backslash();
    }
    this.pass();
    return true;
  }

  protected inLineComment(): boolean {
    const { reader } = this;
    if (!this.reader.find(IN_LINE_COMMENT)) {
      return false;
    }
    if (reader.peek(0) === CR) {
      return this.carriageReturn();
    }
    this.goBack();
    return true;
  }

  protected inBlockComment(): boolean {
    const { reader } = this;
    if (!this.reader.find(IN_BLOCK_COMMENT)) {
      return false;
    }
    const code = reader.code;
    switch (code) {
      case CR:
        return this.carriageReturn();
      case SLASH:
        return this.slashInComment();
      case STAR:
        return this.starInComment();
      default:
        this.pass();
        return true;
    }
  }

  private slashInComment(): boolean {
    const token = lookAtSlash(this.reader);
    if (token === 'wait') {
      return false;
    }
    this.inExecutable ||= token === 'executableComment';
    this.reader.position += token === 'blockComment' ? 2 : 1;
    return true;
  }

  private starInComment(): boolean {
    const { reader } = this;
    const next = reader.peek(1);
    if (next === undefined) {
      return false;
    }
    reader.position++;
    if (next === SLASH && this.inExecutable) {
      this.inExecutable = false;
    } else if (next === SLASH) {
      reader.position++;
      this.goBack();
    }
    return true;
  }

  private delimiterStands() {
    const { reader } = this;
    const { length } = this.delimiter;
    if (reader.inStatement) {
      this.statementEnds();
    }
    reader.position += length;
    this.room = 'between';
  }

  /**
   * A backslash outside quotes and comments: a command in its short form, or SQL that only the server can judge.
   */
  private escape(): boolean {
    const { reader } = this;
    const command = readShortCommand(reader);
    if (command === 'wait') {
      return false;
    }
    if (!command) {
      return this.backslash();
    }
    this.obey(command, reader.line);
    reader.cut(reader.position + this.commandLength(command.text));
    this.goBack();
    return true;
  }

  /**
   * The client passes over the rest of a command up to the delimiter, which is the new one behind `\d`; inside a comment
   * that is executed up to the end of the comment.
   */
  private commandLength(text: string): number {
    const end = this.inExecutable ? '*/' : this.delimiter;
    const at = text.indexOf(end, 2);
    if (at < 0) {
      return text.length;
    }
    return this.inExecutable ? at : at + end.length;
  }

  /**
   * A backslash that is no command takes the next character along. At the end of a line the client drops it.
   */
  private backslash(): boolean {
    const { reader } = this;
    const next = reader.peek(1);
    const afterNext = next === CR ? reader.peek(2) : next;
    if (afterNext === undefined) {
      return false;
    }
    if (afterNext === LF) {
      reader.cut(reader.position + 1);
      return true;
    }
    if (!reader.inStatement) {
      reader.begin();
      this.room = 'statement';
    }
    reader.position += 2;
    return true;
  }

  /**
   * Outside quotes a CRLF becomes a line feed, as the client makes it.
   */
  private carriageReturn(): boolean {
    const { reader } = this;
    const next = reader.peek(1);
    if (next === LF) {
      reader.cut(reader.position + 1);
    } else if (next !== undefined) {
      reader.position++;
    }
    return next !== undefined;
  }

  private pass() {
    this.inExecutable &&= this.reader.code !== LF;
    this.reader.pass();
  }

  private goBack() {
    this.room = this.reader.inStatement ? 'statement' : 'between';
  }
}

function isQuote(code: number): boolean {
  return code === 39 || code === 34 || code === 96;
}
