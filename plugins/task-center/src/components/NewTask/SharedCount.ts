import { countScript, CountScriptOptions } from './countScript';
import { ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';

/**
 * One count of a script for all who want it. It goes on until nobody does.
 *
 * @internal
 */
export class SharedCount {
  private readonly end = new AbortController();
  private counting: Promise<ScriptCount | undefined> | undefined;
  private wanted = 0;

  static create(
    parts: ScriptPart[],
    options: Omit<CountScriptOptions, 'signal'>,
  ): SharedCount {
    return new SharedCount(parts, options);
  }

  private constructor(
    private readonly parts: ScriptPart[],
    private readonly options: Omit<CountScriptOptions, 'signal'>,
  ) {}

  /** Whether it is, or can still become, the count of exactly this. */
  isOf(
    parts: ScriptPart[],
    rules: Pick<CountScriptOptions, 'dialect' | 'delimiter'>,
  ): boolean {
    return (
      this.parts === parts &&
      this.options.dialect === rules.dialect &&
      this.options.delimiter === rules.delimiter &&
      !this.end.signal.aborted
    );
  }

  /**
   * Begins the count, or waits for the one that has begun.
   *
   * @param signal - when it is not wanted any more
   */
  settle(signal: AbortSignal): Promise<ScriptCount | undefined> {
    this.wanted++;
    signal.addEventListener('abort', () => this.release(), { once: true });
    this.counting ??= countScript(this.parts, {
      ...this.options,
      signal: this.end.signal,
    });
    return this.counting;
  }

  private release() {
    this.wanted--;
    if (this.wanted === 0) {
      this.end.abort();
    }
  }
}
