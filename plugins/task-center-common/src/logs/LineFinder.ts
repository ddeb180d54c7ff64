/**
 * Finds something in the messages of a log.
 *
 * @public
 */
export interface LineFinder {
  /** Whether a message has it, in the part of it that is searched. */
  isIn(message: string): boolean;
  /** Whether a message is too long to be searched to its end. */
  isCut(message: string): boolean;
  /**
   * Where a message has it: the first character of each place and the one behind its last. Places do not overlap. Of a very
   * long message with very many of them, these are the first ones.
   */
  placesIn(message: string): [from: number, to: number][];
}
