/**
 * The source of a regular expression that matches a text and nothing else.
 *
 * @internal
 */
export function toLiteralPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
