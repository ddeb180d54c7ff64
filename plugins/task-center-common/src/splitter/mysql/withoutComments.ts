const IN_CODE =
  /\\[^]|#[^\n]*|--(?=\s|$)[^\n]*|\/\*!|\/\*(?!M!)|[^\0-\x7f]+|[^]/y;
const IN_QUOTE = /\\[^]|[^]/y;
const IN_IDENTIFIER = /[^]/y;
const IN_COMMENT = /\/\*!|\/\*(?!M!)|[^]/y;

/** What the client copies without a look at the space that it owes. */
const COPIED_BLINDLY = /^(?:\\|[^\0-\x7f])/;

/**
 * Takes the comments out of one statement as the client does when it is not told to keep them: a block comment leaves a
 * space where something follows it on its line, and takes the line breaks inside it along.
 *
 * @internal
 */
export function withoutComments(statement: string): string {
  let kept = '';
  let quote = '';
  let inComment = false;
  let inExecutable = false;
  let owesSpace = false;

  for (let at = 0; at < statement.length; ) {
    const token = tokenAt(statement, at, quote, inComment);
    at += token.length;
    const closes = !quote && token === '*' && statement[at] === '/';
    if (token === '\n') {
      inExecutable = false;
      owesSpace = false;
    } else if (closes && inComment && !inExecutable) {
      inComment = false;
      owesSpace = true;
      at++;
      continue;
    } else if (closes) {
      inExecutable = false;
    } else if (!quote && token === '/*') {
      inComment = true;
    } else if (!quote && token === '/*!') {
      inExecutable = true;
    }
    if (inComment || (!quote && /^(?:#|--)/.test(token))) {
      continue;
    }
    if (token === quote) {
      quote = '';
    } else if (!quote && /^['"`]$/.test(token)) {
      quote = token;
    }
    if (!COPIED_BLINDLY.test(token)) {
      kept += owesSpace && !/^\s/.test(token) ? ' ' : '';
      owesSpace = false;
    }
    kept += token;
  }
  return kept;
}

function tokenAt(
  text: string,
  at: number,
  quote: string,
  inComment: boolean,
): string {
  const pattern = tokenPattern(quote, inComment);
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? text[at];
}

function tokenPattern(quote: string, inComment: boolean): RegExp {
  if (inComment) {
    return IN_COMMENT;
  }
  if (quote) {
    return quote === '`' ? IN_IDENTIFIER : IN_QUOTE;
  }
  return IN_CODE;
}
