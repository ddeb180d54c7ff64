import { StatementRisk } from './StatementOutlook';
import { readName, Token } from './tokensOf';

const BEFORE_NAME = new Set([
  ...['CONCURRENTLY', 'EXISTS', 'IF', 'IGNORE', 'ONLY', 'TABLE', 'TABLES'],
  ...['LOCAL', 'NO_WRITE_TO_BINLOG', 'NOT'],
]);

/**
 * The name that follows, past words such as `IF EXISTS`.
 *
 * @internal
 */
export function nameBehind(
  tokens: Token[],
  from: number,
): { name: string; end: number } | undefined {
  let at = from;
  while (tokens[at] && BEFORE_NAME.has(tokens[at].text)) {
    at++;
  }
  return readName(tokens, at);
}

/**
 * The names that follow, separated by commas, as a risk has them.
 *
 * @internal
 */
export function targetsBehind(
  tokens: Token[],
  from: number,
): Pick<StatementRisk, 'target' | 'moreTargets'> {
  const first = nameBehind(tokens, from);
  if (!first) {
    return {};
  }
  const moreTargets: string[] = [];
  for (let { end } = first; tokens[end]?.text === ','; ) {
    const next = nameBehind(tokens, end + 1);
    if (!next) {
      break;
    }
    moreTargets.push(next.name);
    end = next.end;
  }
  return {
    target: first.name,
    ...(moreTargets.length > 0 && { moreTargets }),
  };
}
