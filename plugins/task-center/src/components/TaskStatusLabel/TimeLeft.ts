/** How much of the past tells what comes. */
const WINDOW_MS = 60_000;
/** Less than that tells nothing. */
const LEAST_MS = 5_000;
const LEAST_DONE = 10;
/** Halves of what was seen that differ more than that say that it cannot be told. */
const MOST_UNEVEN = 4;
/** A pause that is so many times as long as any before means that something else goes on now. */
const LONG_PAUSE = 3;
/** How much of a difference to what was said before is believed at once. */
const TRUST = 0.3;

interface Sample {
  /** In milliseconds. */
  at: number;
  /** Statements. */
  done: number;
}

/**
 * Tells how long a task will go on from how its statements went while one looked. It says nothing before it has seen
 * enough, where statements take very different times, and when one takes long that is under way: only a number that goes
 * on as it did can be counted on. What it says moves slowly.
 *
 * @internal
 */
export class TimeLeft {
  static create(): TimeLeft {
    return new TimeLeft();
  }

  private samples: Sample[] = [];
  private end: number | undefined;

  private constructor() {}

  /**
   * Takes in how many statements are done, and of how many.
   *
   * @param at - when, in milliseconds
   */
  note(done: number, all: number, at: number): void {
    const last = this.samples.at(-1);
    if (last && done <= last.done) {
      return;
    }
    if (last && this.isPause(last, at)) {
      this.samples = [];
      this.end = undefined;
    }
    this.samples.push({ at, done });
    this.samples = this.samples.filter(each => at - each.at <= WINDOW_MS);
    this.end = this.follow(this.guessEnd(all), at);
  }

  /**
   * @returns milliseconds, at least 0, or `undefined` when it cannot be told
   */
  tell(now: number): number | undefined {
    const last = this.samples.at(-1);
    if (this.end === undefined || !last || this.isPause(last, now)) {
      return undefined;
    }
    return Math.max(0, this.end - now);
  }

  private guessEnd(all: number): number | undefined {
    const first = this.samples[0];
    const last = this.samples.at(-1)!;
    const took = last.at - first.at;
    const done = last.done - first.done;
    if (took < LEAST_MS || done < LEAST_DONE || !this.isEven()) {
      return undefined;
    }
    return last.at + ((all - last.done) * took) / done;
  }

  private isEven(): boolean {
    const first = this.samples[0];
    const last = this.samples.at(-1)!;
    const middle = this.samples.find(
      ({ at }) => at - first.at >= (last.at - first.at) / 2,
    )!;
    if (middle === last) {
      return false;
    }
    const before = (middle.done - first.done) / (middle.at - first.at);
    const after = (last.done - middle.done) / (last.at - middle.at);
    return Math.max(before, after) <= MOST_UNEVEN * Math.min(before, after);
  }

  private isPause(last: Sample, now: number): boolean {
    const gaps = this.samples
      .slice(1)
      .map(({ at }, place) => at - this.samples[place].at);
    return (
      now - last.at > Math.max(LEAST_MS, LONG_PAUSE * Math.max(0, ...gaps))
    );
  }

  private follow(guess: number | undefined, at: number): number | undefined {
    const { end } = this;
    if (guess === undefined || end === undefined || end <= at) {
      return guess;
    }
    return end + TRUST * (guess - end);
  }
}
