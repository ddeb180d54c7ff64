import { Knex } from 'knex';
import { isPostgres } from '../database';

/** Letters that SQLite's LIKE does not know in both cases. */
const OTHER_LETTERS = /[^\0-\x7f]/gu;

/**
 * Narrows a query down to tasks whose name or description has a text in it, in any case.
 *
 * @internal
 */
export function matchText(
  query: Knex.QueryBuilder,
  text: string,
  knex: Knex,
): void {
  const { operator, pattern } = toPattern(text, knex);
  query.where(either =>
    either
      .whereRaw(`name ${operator}`, [pattern])
      .orWhereRaw(`description ${operator}`, [pattern]),
  );
}

function toPattern(
  text: string,
  knex: Knex,
): { operator: string; pattern: string } {
  const pattern = `%${text.replace(/[\\%_]/g, found => `\\${found}`)}%`;
  if (isPostgres(knex)) {
    return { operator: 'ilike ?', pattern };
  }
  const hasCases = (letter: string) => casesOf(letter).length > 1;
  return text.match(OTHER_LETTERS)?.some(hasCases)
    ? { operator: 'glob ?', pattern: `*${[...text].map(inAnyCase).join('')}*` }
    : { operator: "like ? escape '\\'", pattern };
}

function inAnyCase(letter: string): string {
  const cases = casesOf(letter);
  return cases.length > 1 || '*?['.includes(letter)
    ? `[${cases.join('')}]`
    : letter;
}

function casesOf(letter: string): string[] {
  const cases = [letter, letter.toLowerCase(), letter.toUpperCase()];
  return [...new Set(cases)].filter(each => [...each].length === 1);
}
