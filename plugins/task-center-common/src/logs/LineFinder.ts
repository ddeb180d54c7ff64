/**
 * Finds something in the messages of a log.
 *
 * @public
 */
export interface LineFinder {
  /** Whether a message has it. */
  isIn(message: string): boolean;
  /** Where a message has it: the first character of each place and the one behind its last. Places do not overlap. */
  placesIn(message: string): [from: number, to: number][];
}

/**
 * How much of a message is searched by a regular expression, in characters. It takes time in proportion to the length,
 * and nobody else is served meanwhile.
 *
 * @public
 */
export const MAX_PATTERN_TEXT = 10_000;
