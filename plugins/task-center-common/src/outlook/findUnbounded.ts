import { SqlDialect } from '../model';
import { StatementRisk } from './StatementOutlook';
import { readName, Token } from './tokensOf';

/** Words that begin a statement that changes or reads rows. */
const VERBS = new Set([
  ...['DELETE', 'INSERT', 'MERGE', 'REPLACE', 'SELECT', 'UPDATE', 'VALUES'],
]);
/** Words behind which such a statement is still to come. */
const PREFIXES = new Set(['ANALYZE', 'EXPLAIN', 'SET', 'WITH']);
const BEFORE_TARGET = new Set([
  ...['FROM', 'IGNORE', 'LOW_PRIORITY', 'ONLY', 'QUICK'],
]);
const BEHIND_CONDITION = new Set(['LIMIT', 'ORDER', 'RETURNING']);
const ALWAYS_TRUE = /^(?:TRUE|[1-9]\d*|(\d+) = \1)$/;

/** A statement, or what stands in a pair of parentheses. */
interface Frame {
  depth: number;
  hasBegun: boolean;
  verb?: 'UPDATE' | 'DELETE';
  target?: string;
  condition?: string[];
  inCondition: boolean;
  isLimited: boolean;
  joins: boolean;
  joinsByCondition: boolean;
  joinsOutside: boolean;
}

/**
 * Finds UPDATE and DELETE that nothing limits: no WHERE, or one that is always true, no LIMIT, and in MySQL no inner join
 * with a condition. Those in a common table expression count, too.
 *
 * @internal
 */
export function findUnbounded(
  dialect: SqlDialect,
  tokens: Token[],
): StatementRisk[] {
  const found: StatementRisk[] = [];
  const frames: Frame[] = [createFrame(0)];
  const end = (frame: Frame) => {
    if (frame.verb && !isBounded(frame, dialect)) {
      const kind = frame.verb === 'UPDATE' ? 'update-all' : 'delete-all';
      found.push({ kind, words: frame.verb, target: frame.target });
    }
  };
  tokens.forEach((token, at) => {
    while (frames[frames.length - 1].depth > token.depth) {
      end(frames.pop()!);
    }
    if (frames[frames.length - 1].depth < token.depth) {
      frames.push(createFrame(token.depth));
    }
    take(frames[frames.length - 1], tokens, at, dialect);
  });
  frames.reverse().forEach(end);
  return found;
}

function createFrame(depth: number): Frame {
  return {
    depth,
    hasBegun: false,
    inCondition: false,
    isLimited: false,
    joins: false,
    joinsByCondition: false,
    joinsOutside: false,
  };
}

function take(frame: Frame, tokens: Token[], at: number, dialect: SqlDialect) {
  const { text, kind } = tokens[at];
  if (text === '(' || text === ')') {
    return;
  }
  if (!frame.hasBegun) {
    begin(frame, tokens, at);
    return;
  }
  if (!frame.verb) {
    return;
  }
  if (kind === 'word' && text === 'WHERE') {
    frame.condition = [];
    frame.inCondition = true;
    return;
  }
  if (kind === 'word' && BEHIND_CONDITION.has(text)) {
    frame.inCondition = false;
    frame.isLimited ||= text === 'LIMIT' && dialect !== 'postgres';
  }
  if (frame.inCondition) {
    frame.condition!.push(text);
  } else if (kind === 'word') {
    noticeJoin(frame, text);
  }
}

function begin(frame: Frame, tokens: Token[], at: number) {
  const { text, kind } = tokens[at];
  if (kind === 'word' && VERBS.has(text)) {
    frame.hasBegun = true;
    if (text === 'UPDATE' || text === 'DELETE') {
      frame.verb = text;
      frame.target = targetBehind(tokens, at);
    }
  } else if (!PREFIXES.has(text) && isFirst(frame, tokens, at)) {
    frame.hasBegun = true;
  }
}

/** Whether it is the first of its frame, so that no `WITH` stands before it. */
function isFirst(frame: Frame, tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || before.depth < frame.depth || before.text === '(';
}

function targetBehind(tokens: Token[], verb: number): string | undefined {
  let at = verb + 1;
  while (tokens[at] && BEFORE_TARGET.has(tokens[at].text)) {
    at++;
  }
  // UPDATE OR IGNORE t
  return readName(tokens, tokens[at]?.text === 'OR' ? at + 2 : at)?.name;
}

function noticeJoin(frame: Frame, word: string) {
  switch (word) {
    case 'JOIN':
      frame.joins = true;
      break;
    case 'NATURAL':
      frame.joinsByCondition = true;
      break;
    case 'ON':
    case 'USING':
      frame.joinsByCondition ||= frame.joins;
      break;
    case 'LEFT':
    case 'RIGHT':
      frame.joinsOutside = true;
      break;
    default:
  }
}

function isBounded(frame: Frame, dialect: SqlDialect): boolean {
  if (frame.isLimited) {
    return true;
  }
  if (frame.condition) {
    return !ALWAYS_TRUE.test(frame.condition.join(' '));
  }
  return dialect === 'mysql' && frame.joinsByCondition && !frame.joinsOutside;
}
