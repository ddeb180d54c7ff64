import { LogMatchBlock, LogMatches } from 'backstage-plugin-task-center-common';
import { MatchBlocks } from './MatchBlocks';

/** The most lines that the service names at once. */
const MAX_LINES = 1_000;

/**
 * Which lines to look at, and how many of those that match to name.
 *
 * @internal
 */
export interface FindPart {
  from: number;
  to?: number;
  limit: number;
}

/** @internal */
export interface LogFinderOptions {
  /** Looks for as long as one request may take. */
  find(part: FindPart): Promise<LogMatches>;
  /** The first match at this line or behind it is the first that is gone to. */
  startLine: number;
  /** Called when more is known. */
  onChange(): void;
  onGoTo(line: number): void;
}

/**
 * Looks for something in a whole log, a part at a time, and goes from match to match.
 *
 * @internal
 */
export class LogFinder {
  private blocks = MatchBlocks.NONE;
  private cut = 0;
  private nextLine = 0;
  private complete = false;
  private looking: Promise<void> | undefined;
  private hasGrown = false;
  private lines: { block: LogMatchBlock; lines: Promise<number[]> } | undefined;
  private currentOrdinal: number | undefined;
  private line: number | undefined;
  private failure: Error | undefined;
  private stepping: Promise<void> = Promise.resolve();
  private stopped = false;

  static create(options: LogFinderOptions): LogFinder {
    return new LogFinder(options);
  }

  private constructor(private readonly options: LogFinderOptions) {}

  /** How many lines match, of those that were looked at. */
  get count(): number {
    return this.blocks.count;
  }

  /** How many lines may match behind where they were searched. */
  get cutLines(): number {
    return this.cut;
  }

  /** Whether the whole log was looked at. */
  get isComplete(): boolean {
    return this.complete;
  }

  /** Which of the matches was gone to last, from 0. */
  get current(): number | undefined {
    return this.currentOrdinal;
  }

  /** The line that was gone to last. */
  get currentLine(): number | undefined {
    return this.line;
  }

  /** Why the last attempt failed. */
  get error(): Error | undefined {
    return this.failure;
  }

  /** Nothing is told any more. */
  stop(): void {
    this.stopped = true;
  }

  /** Looks through what was not looked through. Resolves at the end of the log. */
  async lookOn(): Promise<void> {
    this.looking ??= this.lookToEnd().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  /** To be told that lines have come. What is known stays as it is until they have been looked through. */
  async takeGrowth(): Promise<void> {
    this.hasGrown = true;
    return this.lookOn();
  }

  /** Goes to the next match or to the one before; behind the last one comes the first. The first step leads to the start. */
  async step(by: 1 | -1): Promise<void> {
    // One after the other, so that two presses in a row are two steps.
    this.stepping = this.stepping.then(() => this.stepOnce(by));
    return this.stepping;
  }

  private async stepOnce(by: 1 | -1): Promise<void> {
    if (this.currentOrdinal === undefined) {
      await this.lookOn();
      if (by === 1) {
        return;
      }
    }
    const next = (this.currentOrdinal ?? 0) + by;
    const isBeyond = next < 0 || next >= this.count;
    const hasFailed = this.hasGrown && !this.looking;
    if (hasFailed || (isBeyond && !this.complete)) {
      await this.lookOn();
    }
    if (this.count > 0) {
      await this.attempt(() => this.goTo((next + this.count) % this.count));
    }
  }

  private async lookToEnd(): Promise<void> {
    await this.attempt(async () => {
      while ((!this.complete || this.hasGrown) && !this.stopped) {
        const found = await this.lookAtPart();
        this.blocks = this.blocks.with(found.blocks);
        this.cut += found.cutLines;
        this.nextLine = found.nextLine;
        this.complete = found.complete;
        this.change();
        if (this.currentOrdinal === undefined) {
          await this.goToFirst();
        }
      }
    });
  }

  private async lookAtPart(): Promise<LogMatches> {
    this.hasGrown = false;
    try {
      return await this.options.find({ from: this.nextLine, limit: 0 });
    } catch (error) {
      // What is known is not all, and the next step tries again.
      this.hasGrown = true;
      this.complete = false;
      throw error;
    }
  }

  private async goToFirst(): Promise<void> {
    const { startLine } = this.options;
    for (const { block, before } of this.blocks.behind(startLine)) {
      const lines = await this.linesOf(block);
      const offset = lines.findIndex(line => line >= startLine);
      if (offset >= 0) {
        await this.goTo(before + offset);
        return;
      }
    }
    if (this.complete && this.count > 0) {
      await this.goTo(0);
    }
  }

  private async goTo(ordinal: number): Promise<void> {
    const { block, offset } = this.blocks.at(ordinal)!;
    const line = (await this.linesOf(block))[offset];
    if (line !== undefined && !this.stopped) {
      this.currentOrdinal = ordinal;
      this.line = line;
      this.change();
      this.options.onGoTo(line);
    }
  }

  private linesOf(block: LogMatchBlock): Promise<number[]> {
    if (this.lines?.block !== block) {
      const lines = this.fetchLines(block);
      this.lines = { block, lines };
      lines.catch(() => {
        this.lines = undefined;
      });
    }
    return this.lines!.lines;
  }

  private async fetchLines({ from, to, count }: LogMatchBlock) {
    const lines: number[] = [];
    let next = from;
    while (lines.length < count && next < to && !this.stopped) {
      const found = await this.options.find({
        ...{ from: next, to, limit: MAX_LINES },
      });
      lines.push(...found.items);
      const isCut = found.items.length === MAX_LINES;
      next = isCut ? lines[lines.length - 1] + 1 : found.nextLine;
    }
    return lines;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      this.failure = undefined;
      await work();
    } catch (error) {
      this.failure = error as Error;
    }
    this.change();
  }

  private change(): void {
    if (!this.stopped) {
      this.options.onChange();
    }
  }
}
