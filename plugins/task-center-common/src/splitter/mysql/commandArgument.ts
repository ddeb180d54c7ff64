import { isSpace } from '../characters';

/**
 * Reads the argument of a client command as the client does: up to a space (a tab does not end it), or quoted; in the
 * long form a quote is doubled or escaped inside quotes, in the short form (`\d x`) only escaped. An argument that is
 * empty or whose quote stays open is none.
 *
 * @internal
 */
export function commandArgument(command: string): string | undefined {
  const short = command.startsWith('\\');
  let at = skip(command, short ? 2 : skip(command, 0, false), true);
  const quote = /^['"`]$/.test(command.charAt(at)) ? command[at++] : undefined;
  let argument = '';
  for (; at < command.length; at++) {
    const character = command[at];
    const next = command[at + 1];
    const escapes =
      next !== undefined &&
      (character === '\\'
        ? short || quote !== '`'
        : !short && character === quote && next === quote);
    if (escapes) {
      argument += next;
      at++;
    } else if (character === (quote ?? ' ')) {
      return argument || undefined;
    } else {
      argument += character;
    }
  }
  return quote ? undefined : argument || undefined;
}

function skip(text: string, from: number, spaces: boolean): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at)) === spaces) {
    at++;
  }
  return at;
}
