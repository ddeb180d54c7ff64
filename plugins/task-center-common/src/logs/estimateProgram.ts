/** A class of Unicode stands for hundreds of ranges. */
const UNICODE_CLASS = 100;
/** What stands for itself, whole classes and quotations, repetitions, and changes of flags. */
const TOKEN =
  /\\Q.*?(?:\\E|$)|\\[pP](?:\{[^}]*\}|.)|\\x\{[^}]*\}|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]|\{(\d+)(?:,(\d*))?\}|\(\?[A-Za-z-]*\)|./gsu;
/** A repetition behind these is one of what stands before them. */
const NOTHING = /^(?:\(\?.*\)|\\Q(?:\\E)?)$/s;

/**
 * About how many instructions a regular expression becomes, told from its text: it may take seconds to compile what
 * repeats a lot.
 *
 * @internal
 */
export function estimateProgram(source: string): number {
  // What stands in each group that is open.
  const open = [0];
  let last = 0;
  for (const [token, least, most] of source.matchAll(TOKEN)) {
    let added = 0;
    if (token === '(') {
      open.push(2);
    } else if (token === ')') {
      last = open.length > 1 ? open.pop()! : 0;
      added = last;
    } else if (least !== undefined) {
      // The last atom is there once already.
      added = last * Math.max(0, Number(most || least) - 1);
    } else if (!NOTHING.test(token)) {
      last = costOf(token);
      added = last;
    }
    open[open.length - 1] += added;
  }
  return open.reduce((sum, cost) => sum + cost, 0);
}

function costOf(token: string): number {
  if (token.startsWith('\\Q')) {
    return token.length;
  }
  const classes = token.match(/\\p/gi)?.length ?? 0;
  return 1 + classes * UNICODE_CLASS;
}
