import {
  BACKSLASH,
  characterSet,
  CharacterSet,
  CR,
  DASH,
  isSpace,
  LF,
  SLASH,
} from '../characters';
import { dollarTagAt } from './dollarTagAt';
import { isName, keptFrom, NAME_CHARACTERS, nameStart } from './names';
import { PostgresQuotes } from './PostgresQuotes';
import { RoutineRule } from './RoutineRule';

const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const DOLLAR = 36;
const OPENING = 40;
const CLOSING = 41;
const SMALL_C = 99;
const LOWER_CASE = 32;

const STATEMENT_MARKS = '\'"$-/\\\n\0';
const WORD = /[\w\x80-\uffff]+/y;
const LONGEST_KEYWORD = 'PROCEDURE'.length;

/**
 * Knows where statements begin and end, as psql does. With another delimiter than `;` only that delimiter ends them.
 *
 * @internal
 */
export abstract class PostgresLexer extends PostgresQuotes {
  /** Whether more than comments has come of the statement. */
  protected hasCode = false;
  private parentheses = 0;
  /** Whether a name goes on at the position. */
  private inName = false;
  private readonly rule = new RoutineRule();
  private readonly hasRules: boolean;
  private readonly firstOfDelimiter: number;
  private readonly marks: CharacterSet;
  private readonly nameCharacters: CharacterSet;

  constructor(readonly delimiter: string) {
    super();
    this.hasRules = delimiter === ';';
    this.firstOfDelimiter = delimiter.charCodeAt(0);
    this.marks = characterSet(
      STATEMENT_MARKS + delimiter[0] + (this.hasRules ? '()' : ''),
    );
    this.nameCharacters = NAME_CHARACTERS.slice();
    this.nameCharacters[this.firstOfDelimiter] = 0;
  }

  /** Is called where the delimiter stands; the statement is to be taken from the reader. */
  protected abstract statementEnds(): void;

  /** Is called where a backslash stands outside quotes and comments; returns whether it was passed over. */
  protected abstract backslash(): boolean;

  protected roomBehindComment(): 'between' | 'statement' {
    return this.hasCode ? 'statement' : 'between';
  }

  protected between(): boolean {
    const { reader } = this;
    const { code } = reader;
    if (isSpace(code)) {
      reader.pass();
      return true;
    }
    const delimiter = this.delimiterStands(code);
    if (delimiter !== false) {
      return delimiter === true;
    }
    if (code === BACKSLASH) {
      return this.backslash();
    }
    const start = reader.position;
    const comment = this.commentStands(code);
    if (comment === undefined) {
      return false;
    }
    if (!comment) {
      this.beginCode(code);
    }
    if (!reader.inStatement && this.room !== 'lineComment') {
      reader.begin(start);
    }
    return true;
  }

  protected inStatement(): boolean {
    if (this.inName) {
      return this.passName();
    }
    if (this.afterEscaped !== 'no') {
      return this.lookForContinuation();
    }
    return this.rule.listens ? this.listen() : this.goToMark();
  }

  private beginCode(code: number) {
    this.hasCode = true;
    this.room = 'statement';
    this.parentheses = 0;
    this.rule.begin(this.hasRules && !isOtherThanCreate(code));
  }

  private goToMark(): boolean {
    const { reader, marks } = this;
    for (;;) {
      const from = reader.position;
      if (!reader.find(marks)) {
        return this.wait(from);
      }
      const { code } = reader;
      if (!this.hasRules || (code !== OPENING && code !== CLOSING)) {
        return this.mark(code, from) || this.wait(from);
      }
      this.parenthesis(code);
    }
  }

  /**
   * Tells the rule of routines the next word.
   */
  private listen(): boolean {
    const { reader } = this;
    const { input, position, code } = reader;
    WORD.lastIndex = position;
    const word = WORD.exec(input)?.[0] ?? '';
    const end = position + word.length;
    if (word === '') {
      return this.mark(code, position);
    }
    const goesOn = !reader.ended && end === input.length;
    if (goesOn && word.length <= LONGEST_KEYWORD) {
      return false;
    }
    reader.position = end;
    if (isEscapePrefix(word) && input.charCodeAt(end) === QUOTE) {
      this.openQuote('escapedString');
      return true;
    }
    this.inName = isName(word);
    const isWhole = !goesOn && input.charCodeAt(end) !== DOLLAR;
    if (!/^\d/.test(word)) {
      this.rule.word(isWhole ? word : '', this.parentheses > 0);
    }
    return true;
  }

  private passName(): boolean {
    const { reader, nameCharacters } = this;
    const { input } = reader;
    let end = reader.position;
    while (nameCharacters[input.charCodeAt(end)] === 1) {
      end++;
    }
    reader.position = end;
    this.inName = end === input.length;
    return !this.inName;
  }

  private lookForContinuation(): boolean {
    const { reader } = this;
    const { code } = reader;
    if (isSpace(code)) {
      if (code === LF || code === CR) {
        this.afterEscaped = 'laterLine';
      }
      reader.pass();
      return true;
    }
    const goesOn = code === QUOTE && this.afterEscaped === 'laterLine';
    const comment = code === DASH ? this.openComment(code) : false;
    if (comment === false) {
      this.afterEscaped = 'no';
    }
    if (goesOn) {
      this.openQuote('escapedString');
    }
    return comment !== undefined;
  }

  /**
   * Passes over what stands at the position, which may mean something; false says that the next chunk decides.
   *
   * @param from - where a name that ends here may have begun
   */
  private mark(code: number, from: number): boolean {
    const { reader } = this;
    const delimiter = this.delimiterStands(code);
    if (delimiter !== false) {
      return delimiter === true;
    }
    switch (code) {
      case BACKSLASH:
        return this.backslash();
      case DOLLAR:
        return this.dollar(from);
      case OPENING:
      case CLOSING:
        this.parenthesis(code);
        return true;
      case QUOTE:
        this.openQuote(this.hasEscapes(from) ? 'escapedString' : 'string');
        return true;
      case DOUBLE_QUOTE:
        this.openQuote('identifier');
        return true;
      default:
    }
    const comment = this.commentStands(code);
    if (comment === false) {
      this.refuseNul(code);
      this.inName = NAME_CHARACTERS[code] === 1;
      reader.pass();
    }
    return comment !== undefined;
  }

  private delimiterStands(code: number): boolean | undefined {
    const { reader } = this;
    if (code !== this.firstOfDelimiter) {
      return false;
    }
    const matches = reader.matches(this.delimiter);
    if (!matches || this.parentheses > 0 || this.rule.inBody) {
      return matches && false;
    }
    if (reader.inStatement) {
      this.statementEnds();
      this.hasCode = false;
      this.room = 'between';
    }
    reader.position += this.delimiter.length;
    return true;
  }

  private commentStands(code: number): boolean | undefined {
    return code === DASH || code === SLASH ? this.openComment(code) : false;
  }

  private dollar(from: number): boolean {
    const { reader } = this;
    const start = nameStart(reader.input, from, reader.position);
    this.inName = isName(reader.input.slice(start, reader.position));
    const tag = this.inName ? undefined : dollarTagAt(reader);
    if (tag === 'wait') {
      return false;
    }
    if (tag === undefined) {
      reader.position++;
    } else {
      this.openQuote('dollarQuote', tag);
    }
    return true;
  }

  private hasEscapes(from: number): boolean {
    const { input, position } = this.reader;
    const start = nameStart(input, from, position);
    return start === position - 1 && isEscapePrefix(input[start]);
  }

  private parenthesis(code: number) {
    if (code === OPENING && this.hasRules) {
      this.parentheses++;
    } else if (this.parentheses > 0) {
      this.parentheses--;
    }
    this.reader.position++;
  }

  /**
   * Lets the name that ends at the position, if any, be seen whole with the next chunk.
   */
  private wait(from: number): false {
    const { reader } = this;
    const start = keptFrom(reader.input, from, reader.position);
    this.inName = start === undefined;
    if (start !== undefined && !reader.ended) {
      reader.position = start;
    }
    return false;
  }
}

/** Whether what begins with the character is a name, and not CREATE. */
function isOtherThanCreate(code: number): boolean {
  return (
    NAME_CHARACTERS[code] === 1 &&
    !isDigit(code) &&
    code !== DOLLAR &&
    (code | LOWER_CASE) !== SMALL_C
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isEscapePrefix(word: string): boolean {
  return word === 'E' || word === 'e';
}
