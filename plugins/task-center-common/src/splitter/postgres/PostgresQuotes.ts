import {
  BACKSLASH,
  characterSet,
  CharacterSet,
  LF,
  NUL,
  SLASH,
  STAR,
} from '../characters';
import { ScriptError } from '../ScriptError';
import { ScriptSplitter } from '../ScriptSplitter';

const QUOTE = 39;

const IN_QUOTE = {
  string: characterSet("'\n\0"),
  escapedString: characterSet("'\\\n\0"),
  identifier: characterSet('"\n\0'),
  dollarQuote: characterSet('$\n\0'),
};
const IN_BLOCK_COMMENT = characterSet('*/\n\0');
const IN_LINE_COMMENT = characterSet('\r\n\0');

const NUL_CHARACTER =
  'there is a NUL character, which PostgreSQL cannot take in anywhere. A script must be UTF-8 text; was it saved as UTF-16?';

/**
 * Goes through the quotes and comments of PostgreSQL.
 *
 * @internal
 */
export abstract class PostgresQuotes extends ScriptSplitter {
  /** Behind a string with escapes: one that follows on a later line belongs to it. */
  protected afterEscaped: 'no' | 'sameLine' | 'laterLine' = 'no';
  private quote: keyof typeof IN_QUOTE = 'string';
  private quoteMarks: CharacterSet = IN_QUOTE.string;
  private dollarTag = '';
  private commentDepth = 0;

  /** Says where to go on behind a comment. */
  protected abstract roomBehindComment(): 'between' | 'statement';

  /**
   * Begins a quote whose first character, or tag, stands at the position.
   */
  protected openQuote(quote: keyof typeof IN_QUOTE, dollarTag = '') {
    this.quote = quote;
    this.quoteMarks = IN_QUOTE[quote];
    this.dollarTag = dollarTag;
    this.quoteLine = this.reader.line;
    this.reader.position += dollarTag.length || 1;
    this.room = 'quote';
  }

  /**
   * Begins a comment if one begins at the position; undefined says that the next chunk decides.
   */
  protected openComment(code: number): boolean | undefined {
    const next = this.reader.peek(1);
    if (next === undefined) {
      return undefined;
    }
    if (next !== (code === SLASH ? STAR : code)) {
      return false;
    }
    if (code === SLASH) {
      this.openBlockComment();
      this.commentDepth = 1;
    } else {
      this.reader.position += 2;
      this.room = 'lineComment';
    }
    return true;
  }

  protected quoteToken(): string {
    if (this.quote === 'dollarQuote') {
      return this.dollarTag;
    }
    return this.quote === 'identifier' ? '"' : "'";
  }

  protected inQuote(): boolean {
    const { reader } = this;
    if (!reader.find(this.quoteMarks)) {
      return false;
    }
    const { code } = reader;
    if (code === LF) {
      reader.pass();
      return true;
    }
    this.refuseNul(code);
    if (code === BACKSLASH) {
      return this.passTwo();
    }
    return this.quote === 'dollarQuote'
      ? this.dollarInQuote()
      : this.closingQuote();
  }

  private closingQuote(): boolean {
    const { reader } = this;
    if (this.quote === 'escapedString') {
      const next = reader.peek(1);
      if (next === undefined || next === QUOTE) {
        return this.passTwo();
      }
      this.afterEscaped = 'sameLine';
    }
    reader.position++;
    this.room = 'statement';
    return true;
  }

  private dollarInQuote(): boolean {
    const { reader } = this;
    const closes = reader.matches(this.dollarTag);
    if (closes) {
      reader.position += this.dollarTag.length;
      this.room = 'statement';
    } else if (closes === false) {
      reader.position++;
    }
    return closes !== undefined;
  }

  private passTwo(): boolean {
    const { reader } = this;
    if (reader.peek(1) === undefined) {
      return false;
    }
    reader.position++;
    if (reader.position < reader.input.length) {
      this.refuseNul(reader.code);
      reader.pass();
    }
    return true;
  }

  protected inLineComment(): boolean {
    const { reader } = this;
    const found = reader.find(IN_LINE_COMMENT);
    if (found) {
      this.refuseNul(reader.code);
      this.room = this.roomBehindComment();
    }
    return found;
  }

  protected inBlockComment(): boolean {
    const { reader } = this;
    if (!reader.find(IN_BLOCK_COMMENT)) {
      return false;
    }
    const { code } = reader;
    this.refuseNul(code);
    const next = code === LF ? code : reader.peek(1);
    if (next === undefined) {
      return false;
    }
    if (next !== LF && code !== next && (next === STAR || next === SLASH)) {
      this.commentDepth += code === SLASH ? 1 : -1;
      reader.position++;
    }
    reader.pass();
    if (this.commentDepth === 0) {
      this.room = this.roomBehindComment();
    }
    return true;
  }

  protected refuseNul(code: number) {
    if (code === NUL) {
      throw new ScriptError(this.reader.line, NUL_CHARACTER);
    }
  }
}
