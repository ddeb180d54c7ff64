import { ScriptError } from './ScriptError';
import { ScriptReader } from './ScriptReader';
import {
  SplitStatement,
  StatementSplitter,
  UnclosedToken,
} from './StatementSplitter';

/** Where in the script the splitter is; `between` is outside of any statement. */
type Room = 'between' | 'statement' | 'quote' | 'lineComment' | 'blockComment';

/** How much is kept of what an unclosed token stands in. */
const BEGINNING = 200;

/**
 * What the splitters of all dialects do alike: they step through the script as far as it has come, and hold a failure
 * back until what stands before it was yielded.
 *
 * @internal
 */
export abstract class ScriptSplitter implements StatementSplitter {
  abstract readonly delimiter: string;
  protected readonly reader = new ScriptReader();
  protected room: Room = 'between';
  /** The line on which the quote begins in which the position stands. */
  protected quoteLine = 0;
  private comment: UnclosedToken | undefined;
  private left: UnclosedToken | undefined;
  private found: SplitStatement[] = [];
  private failure?: ScriptError;
  private stopped = false;

  push(chunk: string): SplitStatement[] {
    this.throwFailure();
    if (!this.stopped) {
      this.reader.add(chunk);
      this.run();
    }
    return this.yieldFound();
  }

  end(): SplitStatement[] {
    this.reader.ended = true;
    if (!this.stopped) {
      this.run();
    }
    this.throwFailure();
    return this.yieldFound();
  }

  get unclosed(): UnclosedToken | undefined {
    return this.left ?? this.findUnclosed();
  }

  // Each passes over at least one character, or returns false because more of the script must come first.
  protected abstract between(): boolean;
  protected abstract inStatement(): boolean;
  protected abstract inQuote(): boolean;
  protected abstract inLineComment(): boolean;
  protected abstract inBlockComment(): boolean;

  /** What the quote begins with in which the position stands. */
  protected abstract quoteToken(): string;

  /**
   * Is called once when nothing more will come.
   */
  protected abstract finish(): void;

  protected emit(statement: SplitStatement) {
    if (statement.text !== '') {
      this.found.push(statement);
    }
  }

  /**
   * Ends the script here, whatever follows.
   */
  protected stop() {
    this.stopped = true;
  }

  /**
   * Begins a comment with the two characters at the position.
   */
  protected openBlockComment() {
    const { reader } = this;
    const { input, line, position } = reader;
    const text = input.slice(position, position + BEGINNING);
    this.comment = { token: '/*', line, text };
    reader.position += 2;
    this.room = 'blockComment';
  }

  private findUnclosed(): UnclosedToken | undefined {
    const { comment, reader, room } = this;
    if (room !== 'quote' && room !== 'blockComment') {
      return undefined;
    }
    if (room === 'blockComment' && !reader.inStatement) {
      return comment;
    }
    const { token, line } =
      room === 'blockComment' && comment
        ? comment
        : { token: this.quoteToken(), line: this.quoteLine };
    return { token, line, text: reader.textFromLine(line, BEGINNING) };
  }

  private run() {
    const { reader } = this;
    try {
      if (!reader.start()) {
        return;
      }
      while (!this.stopped && reader.position < reader.input.length) {
        if (!this.step()) {
          break;
        }
      }
      if (reader.ended && !this.stopped) {
        this.stopped = true;
        this.left = this.findUnclosed();
        this.finish();
      }
    } catch (error) {
      if (!(error instanceof ScriptError)) {
        throw error;
      }
      this.failure = error;
      this.stopped = true;
    }
    if (this.found.length === 0) {
      this.throwFailure();
    }
  }

  private step(): boolean {
    switch (this.room) {
      case 'between':
        return this.between();
      case 'statement':
        return this.inStatement();
      case 'quote':
        return this.inQuote();
      case 'lineComment':
        return this.inLineComment();
      default:
        return this.inBlockComment();
    }
  }

  private throwFailure() {
    if (this.failure) {
      throw this.failure;
    }
  }

  private yieldFound(): SplitStatement[] {
    const { found } = this;
    this.found = [];
    return found;
  }
}
