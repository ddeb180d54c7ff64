/**
 * What may stand in front of a word of a statement, as part of a regular expression: space, and comments that the server
 * does not run.
 *
 * @internal
 */
export const COMMENTS =
  '(?:\\s|#[^\\n]*\\n|--(?:[^\\S\\n][^\\n]*)?\\n|/\\*(?![!M+])(?:[^*]|\\*(?!/))*\\*/)*';
