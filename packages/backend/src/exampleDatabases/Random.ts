/**
 * Numbers that look random and are the same every time.
 *
 * @internal
 */
export class Random {
  private constructor(private state: number) {}

  static create(seed: number): Random {
    return new Random(seed);
  }

  /** An integer from 0 up to, and without, `limit`. */
  below(limit: number): number {
    // xorshift32
    let { state } = this;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.state = state;
    return (state >>> 0) % limit;
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  digits(count: number): string {
    let digits = '';
    while (digits.length < count) digits += this.below(10);
    return digits;
  }

  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.below(256)));
  }
}
