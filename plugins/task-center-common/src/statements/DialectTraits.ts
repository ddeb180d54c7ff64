import { StatementTraits } from './StatementTraits';

/**
 * What is told of a statement by the rules of its dialect.
 *
 * @internal
 */
export type TraitsOfDialect = Omit<
  StatementTraits,
  'runsOthers' | 'undoesPart'
>;

/**
 * How the statements of one dialect are told apart.
 *
 * @internal
 */
export interface DialectTraits {
  /** Whether a statement that begins with the word, in capitals, is nothing special unless its text is suspicious. */
  isPlain(word: string): boolean;
  /** Whether the whole text, literals included, has something that may make a plain statement special after all. */
  isSuspicious(sql: string): boolean;
  /**
   * @param code - the statement without comments and without what stands in quotes, from its first word on
   * @param sql - the statement
   */
  describe(code: string, sql: string): TraitsOfDialect;
}
