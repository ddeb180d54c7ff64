import { SqlDialect } from '../model';
import { codeOf } from '../statements/codeOf';

/**
 * A word, a name in quotes, a number or a sign of a statement.
 *
 * @internal
 */
export interface Token {
  /** As it is written; of words, in capitals. */
  text: string;
  /** How it is written. */
  raw: string;
  kind: 'word' | 'quoted' | 'other';
  /** Whether there is white space or a comment before it. */
  isSpaced: boolean;
  /** In how many parentheses it stands; those themselves stand in them. */
  depth: number;
}

const TOKEN =
  /[A-Za-z_\x80-\uffff][\w$\x80-\uffff]*|\d[\w.]*|(?:''|""|``|\[\])+|\S/g;
const QUOTED = /^['"`[]./;
const WORD = /^[A-Za-z_\x80-\uffff]/;

/**
 * Takes a statement apart, without its comments.
 *
 * @internal
 */
export function tokensOf(dialect: SqlDialect, sql: string): Token[] {
  const quoted: string[] = [];
  const code = codeOf(dialect, sql, quoted);
  const tokens: Token[] = [];
  let next = 0;
  let depth = 0;
  for (const match of code.matchAll(TOKEN)) {
    const [text] = match;
    const isSpaced = /\s/.test(code[match.index - 1] ?? ' ');
    if (QUOTED.test(text)) {
      const raw = quoted.slice(next, next + text.length / 2).join('');
      next += text.length / 2;
      tokens.push({ kind: 'quoted', text: raw, raw, isSpaced, depth });
    } else if (WORD.test(text)) {
      const word = text.toUpperCase();
      tokens.push({ kind: 'word', text: word, raw: text, isSpaced, depth });
    } else {
      depth += text === '(' ? 1 : 0;
      tokens.push({ kind: 'other', text, raw: text, isSpaced, depth });
      depth -= text === ')' && depth > 0 ? 1 : 0;
    }
  }
  return tokens;
}

/**
 * The name that begins at a place, as it is written: `` `shop`.orders ``, and where it ends. Undefined where none begins.
 *
 * @internal
 */
export function readName(
  tokens: Token[],
  at: number,
): { name: string; end: number } | undefined {
  if (!isName(tokens[at])) {
    return undefined;
  }
  let name = tokens[at].raw;
  let end = at + 1;
  while (tokens[end]?.text === '.' && isName(tokens[end + 1])) {
    name += `.${tokens[end + 1].raw}`;
    end += 2;
  }
  return { name, end };
}

function isName(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' ||
    (token?.kind === 'quoted' && !token.raw.startsWith("'"))
  );
}

/**
 * Writes tokens as they were written, without the comments between them.
 *
 * @internal
 */
export function textOf(tokens: Token[]): string {
  return tokens
    .map(({ raw, isSpaced }, at) => (isSpaced && at > 0 ? ` ${raw}` : raw))
    .join('');
}
