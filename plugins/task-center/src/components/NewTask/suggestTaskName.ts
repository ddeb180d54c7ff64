import { Texts } from '../../translations';

const MAX_LENGTH = 60;
const MAX_NAMES = 2;

const KEYWORDS = new Set(
  `ADD ALTER ANALYZE AND AS BEGIN BETWEEN BY CALL CASCADE CHANGE COLUMN COMMIT CONSTRAINT CREATE CROSS DATABASE DEFAULT
  DELETE DISTINCT DROP EXISTS EXPLAIN FOR FOREIGN FROM FUNCTION GROUP HAVING IF IGNORE IN INDEX INNER INSERT INTO IS
  JOIN KEY LEFT LIKE LIMIT LOCK MODIFY NOT NULL ON OPTIMIZE OR ORDER OUTER PRAGMA PRIMARY PROCEDURE RENAME REPLACE RIGHT
  ROLLBACK SCHEMA SELECT SET SHOW START TABLE TABLES TEMPORARY TO TRANSACTION TRIGGER TRUNCATE UNION UNIQUE UPDATE USE
  USING VALUES VIEW WHERE WITH`.split(/\s+/),
);

/**
 * A name for a task from its first statement that says something, such as `UPDATE orders SET price … and 11 more` or
 * `SELECT … FROM orders and 1 more`.
 *
 * @internal
 */
export function suggestTaskName(
  firstStatement: string | undefined,
  statements: number,
  t: Texts,
): string {
  const words = wordsOf(firstStatement ?? '');
  const name = describeQuery(words) ?? firstWords(words);
  return name && statements > 1
    ? t('newTask.name.andStatements', { name, number: String(statements - 1) })
    : name;
}

/**
 * The words of a statement, without comments and the quotes of names.
 *
 * @internal
 */
export function wordsOf(statement: string): string[] {
  return statement
    .replace(/\/\*[^]*?\*\/|--[^\n]*|#[^\n]*/g, ' ')
    .replace(/[`"]/g, '')
    .split(/\s+/)
    .filter(Boolean);
}

function describeQuery(words: string[]): string | undefined {
  if (!isWord(words[0], 'SELECT')) {
    return undefined;
  }
  let depth = 0;
  const from = words.findIndex(word => {
    const isOutside = depth === 0;
    depth += count(word, '(') - count(word, ')');
    return isOutside && isWord(word, 'FROM');
  });
  const table = words[from + 1]?.replace(/[,;]+$/, '');
  if (from < 1 || !table || table.includes('(')) {
    return undefined;
  }
  const columns = from === 2 && words[1].length <= 20 ? words[1] : '…';
  const name = `${words[0]} ${columns} ${words[from]} ${table}`;
  return name.length <= MAX_LENGTH ? name : undefined;
}

function firstWords(words: string[]): string {
  const taken: string[] = [];
  let names = 0;
  for (const word of words) {
    const isWhole = count(word, '(') === count(word, ')');
    const length = taken.join(' ').length + word.length;
    if (names === MAX_NAMES || word[0] === '(' || length >= MAX_LENGTH) {
      break;
    }
    taken.push(isWhole ? word : word.slice(0, word.indexOf('(')));
    if (!isWhole) {
      break;
    }
    names += /\w/.test(word) && !isKeyword(word) ? 1 : 0;
  }
  const isCut = taken.join(' ') !== words.join(' ');
  while (isCut && taken.length > 1 && !isGoodEnd(taken[taken.length - 1])) {
    taken.pop();
  }
  const name = taken.join(' ').replace(/[\s(,=;]+$/, '');
  return isCut && name ? `${name} …` : name;
}

function isGoodEnd(word: string): boolean {
  return /\w/.test(word) && !isKeyword(word);
}

function isKeyword(word: string): boolean {
  return KEYWORDS.has(word.toUpperCase());
}

function isWord(word: string | undefined, keyword: string): boolean {
  return word?.toUpperCase() === keyword;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
