import { SplitStatement } from './StatementSplitter';
import { CharacterSet, CR, findCharacter, LF, trimEnd } from './characters';

const BYTE_ORDER_MARKS = ['\uFEFF', '\u00EF\u00BB\u00BF'];

/**
 * The part of a script that is being looked at, and the text of the statement that has begun. Input up to `position` is
 * forgotten with the next chunk, so each character is copied a constant number of times.
 *
 * @internal
 */
export class ScriptReader {
  input = '';
  position = 0;
  /** The line on which `position` stands, from 1. */
  line = 1;
  ended = false;
  private text = '';
  private textFrom = -1;
  private textLine = 0;
  private started = false;

  add(chunk: string) {
    if (this.textFrom >= 0) {
      this.text += this.input.slice(this.textFrom, this.position);
      this.textFrom = 0;
    }
    this.input =
      this.position < this.input.length
        ? this.input.slice(this.position) + chunk
        : chunk;
    this.position = 0;
  }

  /** The character code at the position. */
  get code(): number {
    return this.input.charCodeAt(this.position);
  }

  /**
   * Goes to the next character of the set, or to the end of what has come and returns false.
   */
  find(marks: CharacterSet): boolean {
    this.position = findCharacter(this.input, this.position, marks);
    return this.position < this.input.length;
  }

  /**
   * Passes over one character.
   */
  pass() {
    if (this.code === LF) {
      this.line++;
    }
    this.position++;
  }

  /**
   * Returns the character code `offset` behind the position: a line feed behind the script's end, undefined where the
   * next chunk decides.
   */
  peek(offset: number): number | undefined {
    const at = this.position + offset;
    if (at < this.input.length) {
      return this.input.charCodeAt(at);
    }
    return this.ended ? LF : undefined;
  }

  /**
   * Whether the token stands at the position; undefined where the next chunk decides.
   */
  matches(token: string): boolean | undefined {
    if (this.input.startsWith(token, this.position)) {
      return true;
    }
    const seen = this.input.length - this.position;
    const mayCome = !this.ended && seen < token.length;
    return mayCome && token.startsWith(this.input.slice(this.position))
      ? undefined
      : false;
  }

  /**
   * Returns the rest of the line, without its line break; undefined where its end has not come yet.
   */
  restOfLine(): string | undefined {
    const { input, position } = this;
    const end = input.indexOf('\n', position);
    if (end < 0) {
      return this.ended ? input.slice(position) : undefined;
    }
    const hasCr = end > position && input.charCodeAt(end - 1) === CR;
    return input.slice(position, hasCr ? end - 1 : end);
  }

  /**
   * Passes over a byte order mark at the very start; false when more input is needed to know.
   */
  start(): boolean {
    if (this.started) {
      return true;
    }
    const mark = BYTE_ORDER_MARKS.find(m => this.matches(m) !== false);
    if (mark && !this.matches(mark)) {
      return false;
    }
    this.position = mark ? mark.length : 0;
    this.started = true;
    return true;
  }

  get inStatement(): boolean {
    return this.textFrom >= 0;
  }

  /**
   * Begins a statement at the position, or at a place before it on the same line.
   */
  begin(from: number = this.position) {
    this.textFrom = from;
    this.textLine = this.line;
  }

  /**
   * Leaves what stands between the position and `resume` out of the statement.
   */
  cut(resume: number) {
    if (this.textFrom >= 0) {
      this.text += this.input.slice(this.textFrom, this.position);
      this.textFrom = resume;
    }
    this.position = resume;
  }

  /**
   * Ends the statement at the position.
   */
  take(): SplitStatement {
    const last = this.input.slice(this.textFrom, this.position);
    const statement = {
      text: trimEnd(this.text === '' ? last : this.text + last),
      line: this.textLine,
    };
    this.drop();
    return statement;
  }

  /**
   * How the statement that has begun goes on from a line of the script, at most `length` characters of it.
   */
  textFromLine(line: number, length: number): string {
    const text = this.text + this.input.slice(this.textFrom, this.position);
    let from = 0;
    for (let at = this.textLine; at < line; at++) {
      from = text.indexOf('\n', from) + 1;
    }
    return text.slice(from, from + length);
  }

  drop() {
    this.text = '';
    this.textFrom = -1;
  }
}
