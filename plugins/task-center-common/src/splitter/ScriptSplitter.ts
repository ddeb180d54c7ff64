import { ScriptError } from './ScriptError';
import { ScriptReader } from './ScriptReader';
import { SplitStatement, StatementSplitter } from './StatementSplitter';

/** Where in the script the splitter is; `between` is outside of any statement. */
type Room = 'between' | 'statement' | 'quote' | 'lineComment' | 'blockComment';

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

  // Each passes over at least one character, or returns false because more of the script must come first.
  protected abstract between(): boolean;
  protected abstract inStatement(): boolean;
  protected abstract inQuote(): boolean;
  protected abstract inLineComment(): boolean;
  protected abstract inBlockComment(): boolean;

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
