import {
  characterSet,
  CharacterSet,
  DASH,
  HASH,
  isSpace,
  LF,
  NUL,
  SLASH,
  STAR,
} from '../characters';
import { nulCharacter } from '../nulCharacter';
import { ScriptError } from '../ScriptError';
import { ScriptSplitter } from '../ScriptSplitter';
import { TriggerRule } from './TriggerRule';

const DOT = 46;
const STATEMENT_MARKS = '\'"`[-/\n\0';
const IN_BLOCK_COMMENT = characterSet('*\n\0');
const IN_LINE_COMMENT = characterSet('\n\0');
const CLOSING_QUOTE = new Map(
  ["''", '""', '``', '[]'].map(([open, close]) => [
    open.charCodeAt(0),
    { close: close.charCodeAt(0), marks: characterSet(`${close}\n\0`) },
  ]),
);
const WORD = /[\w$\u0080-\uffff]+/y;
const NUL_CHARACTER =
  'there is a NUL character, which Task Center cannot hand to SQLite. Write char(0) where a text is to contain it; was the script saved as UTF-16?';
const DOT_COMMAND =
  'what begins with a dot is a command of the sqlite3 shell, not SQL; only the shell can obey it. Take it out of the script.';
const LONGEST_KEYWORD = 'TEMPORARY'.length;

/**
 * Splits as the `sqlite3` shell does.
 *
 * @internal
 */
export class SqliteStatementSplitter extends ScriptSplitter {
  private quote = 0;
  /** Whether only blanks precede on this line, so that a command of the shell may stand here. */
  private atLineStart = true;
  /** Whether a word goes on that was too long to be kept. */
  private inLongWord = false;
  private readonly rule = new TriggerRule();
  private readonly marks: CharacterSet;

  constructor(readonly delimiter: string) {
    super();
    this.marks = characterSet(STATEMENT_MARKS + delimiter[0]);
  }

  protected finish() {
    if (this.reader.inStatement) {
      this.emit(this.reader.take());
    }
  }

  protected between(): boolean {
    const { reader } = this;
    const { code } = reader;
    if (isSpace(code)) {
      this.atLineStart ||= code === LF;
      reader.pass();
      return true;
    }
    if (this.atLineStart && code === DOT) {
      throw new ScriptError(reader.line, DOT_COMMAND);
    }
    if (this.atLineStart && code === HASH) {
      this.room = 'lineComment';
    }
    this.atLineStart = false;
    return this.room === 'lineComment' || this.mark(code);
  }

  protected inStatement(): boolean {
    const { reader } = this;
    if (this.delimiter === ';' && this.rule.listens) {
      return this.listen();
    }
    return reader.find(this.marks) && this.mark(reader.code);
  }

  /**
   * Tells the trigger rule the next token.
   */
  private listen(): boolean {
    const { reader } = this;
    const { input, code } = reader;
    WORD.lastIndex = reader.position;
    const word = WORD.exec(input)?.[0] ?? '';
    const goesOn = !reader.ended && WORD.lastIndex === input.length;
    if (word === '') {
      this.inLongWord = false;
      if (!isSpace(code)) {
        return this.mark(code);
      }
      reader.pass();
      return true;
    }
    if (goesOn && !this.inLongWord && word.length <= LONGEST_KEYWORD) {
      return false;
    }
    if (!this.inLongWord) {
      this.rule.token(word);
    }
    this.inLongWord = goesOn;
    reader.position += word.length;
    return true;
  }

  private mark(code: number): boolean {
    const { reader } = this;
    if (code === this.delimiter.charCodeAt(0)) {
      const matches = reader.matches(this.delimiter);
      if (matches !== false) {
        return matches ? this.delimiterStands() : false;
      }
    }
    if (code === DASH || code === SLASH) {
      const next = reader.peek(1);
      if (next === undefined) {
        return false;
      }
      if (next === (code === DASH ? DASH : STAR)) {
        this.openComment(code);
        return true;
      }
    }
    this.statementGoesOn(code);
    return true;
  }

  private openComment(code: number) {
    if (code === SLASH) {
      this.openBlockComment();
    } else {
      this.room = 'lineComment';
      this.reader.position += 2;
    }
  }

  private delimiterStands(): boolean {
    const { reader } = this;
    const ends = this.delimiter !== ';' || this.rule.semicolon();
    if (ends && reader.inStatement) {
      this.emit(reader.take());
      this.room = 'between';
    }
    reader.position += this.delimiter.length;
    return true;
  }

  private statementGoesOn(code: number) {
    const { reader } = this;
    this.room = 'statement';
    if (!reader.inStatement) {
      reader.begin();
      this.rule.reset();
      return;
    }
    if (code === NUL) {
      throw nulCharacter(reader.line);
    }
    if (CLOSING_QUOTE.has(code)) {
      this.quote = code;
      this.quoteLine = reader.line;
      this.room = 'quote';
    }
    if (code !== LF) {
      this.rule.token('');
    }
    reader.pass();
  }

  protected quoteToken(): string {
    return String.fromCharCode(this.quote);
  }

  protected inQuote(): boolean {
    const { reader } = this;
    const { close, marks } = CLOSING_QUOTE.get(this.quote)!;
    if (!reader.find(marks)) {
      return false;
    }
    this.refuseNul();
    if (reader.code === close) {
      this.room = 'statement';
    }
    reader.pass();
    return true;
  }

  protected inLineComment(): boolean {
    const { reader } = this;
    const found = reader.find(IN_LINE_COMMENT);
    if (found && reader.code === NUL) {
      this.refuseNul();
      reader.pass();
    } else {
      this.goBack(found);
    }
    return found;
  }

  protected inBlockComment(): boolean {
    const { reader } = this;
    if (!reader.find(IN_BLOCK_COMMENT)) {
      return false;
    }
    this.refuseNul();
    const closes = reader.code === STAR && reader.peek(1) === SLASH;
    if (reader.code === STAR && reader.peek(1) === undefined) {
      return false;
    }
    reader.pass();
    if (closes) {
      reader.pass();
      this.goBack(true);
    }
    return true;
  }

  /** SQLite would end the statement there. A comment that stands by itself is not sent. */
  private refuseNul() {
    const { reader } = this;
    if (reader.code === NUL && reader.inStatement) {
      throw new ScriptError(reader.line, NUL_CHARACTER);
    }
  }

  private goBack(closed: boolean) {
    if (closed) {
      this.room = this.reader.inStatement ? 'statement' : 'between';
    }
  }
}
