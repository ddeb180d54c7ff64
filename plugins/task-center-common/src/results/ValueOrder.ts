/**
 * An order of values. What has to be found out about a value before it can be compared is its key, so that it is found
 * out once where a value is compared many times.
 *
 * @internal
 */
export interface ValueOrder<K = unknown> {
  keyOf(value: string): K;
  /** Negative where the first comes before the second, 0 where neither does. */
  compare(a: K, b: K): number;
}
