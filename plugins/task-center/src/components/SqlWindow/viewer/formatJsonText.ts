const MAX_CHARACTERS = 2_000_000;
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

/**
 * The same JSON with line breaks and indentation. Nothing but blanks is changed: numbers keep their digits, and a key
 * that is there twice stays. Undefined when the text is no object or list of JSON, or too long to be laid out at once.
 *
 * @internal
 */
export function formatJsonText(text: string): string | undefined {
  if (text.length > MAX_CHARACTERS || !/^\s*[[{]/.test(text)) {
    return undefined;
  }
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const parts: string[] = [];
  let indent = '\n';
  let previous = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const isOpening = previous === '{' || previous === '[';
    if (token === '}' || token === ']') {
      indent = indent.slice(0, -2);
      parts.push(isOpening ? token : indent + token);
    } else {
      parts.push(isOpening || previous === ',' ? indent + token : token);
    }
    if (token === '{' || token === '[') {
      indent += '  ';
    } else if (token === ':') {
      parts.push(' ');
    }
    previous = token;
  }
  return parts.join('');
}
