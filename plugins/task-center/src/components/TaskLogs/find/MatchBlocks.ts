import { LogMatchBlock } from 'backstage-plugin-task-center-common';

/**
 * The place of a match in a log.
 *
 * @internal
 */
export interface MatchPlace {
  block: LogMatchBlock;
  /** Which of the block's matches it is, from 0. */
  offset: number;
}

/**
 * Where the matches of a search are, as far as it has come: how many there are in each part of the log, so that a
 * million of them take little room.
 *
 * @internal
 */
export class MatchBlocks {
  static readonly NONE = new MatchBlocks([], [], 0);

  private constructor(
    private readonly blocks: readonly LogMatchBlock[],
    /** How many matches there are before each block. */
    private readonly before: readonly number[],
    /** How many matches there are. */
    readonly count: number,
  ) {}

  /** These and others that stand behind them. */
  with(added: LogMatchBlock[]): MatchBlocks {
    let { count } = this;
    const before = added.map(block => {
      count += block.count;
      return count - block.count;
    });
    return new MatchBlocks(
      [...this.blocks, ...added],
      [...this.before, ...before],
      count,
    );
  }

  /**
   * @param ordinal - which of all matches, from 0
   */
  at(ordinal: number): MatchPlace | undefined {
    if (ordinal < 0 || ordinal >= this.count) {
      return undefined;
    }
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.before[middle] <= ordinal) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { block: this.blocks[low], offset: ordinal - this.before[low] };
  }

  /** The blocks that reach behind a line, in order, each with the number of matches before it. */
  *behind(line: number): Iterable<{ block: LogMatchBlock; before: number }> {
    for (let index = 0; index < this.blocks.length; index++) {
      if (this.blocks[index].to > line) {
        yield { block: this.blocks[index], before: this.before[index] };
      }
    }
  }
}
