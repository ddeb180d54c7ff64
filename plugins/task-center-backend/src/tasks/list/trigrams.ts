import { Knex } from 'knex';
import { countRows } from './countTasks';

/** The index has three characters at a time. */
const TRIGRAM = 3;
/** No text has more behind what it begins with. */
const HIGHEST = '\u{10ffff}';
/** One or two characters are looked for in so many places, which takes SQLite some ten milliseconds. */
const PLACES = 60_000;
/** SQLite does not know the lower case of letters that came later to Unicode, among them a Greek one. */
const LAST_OLD_LETTER = '\u0527';
const NEW_GREEK_LETTER = '\u037f';

/**
 * Whether SQLite's index finds a text.
 *
 * @internal
 */
export function isInTrigrams(text: string): boolean {
  return isShort(text) ? [...text].every(hasPlainCase) : !text.includes('\0');
}

/**
 * Whether SQLite's index finds a text as a whole, and not by all places that begin with it, which could be millions.
 *
 * @internal
 */
export function isPhrase(text: string): boolean {
  return !isShort(text) && isInTrigrams(text);
}

/**
 * The rowids of the tasks that have a text, for SQLite.
 *
 * @internal
 */
export function rowidsOf(knex: Knex, text: string): Knex.QueryBuilder {
  if (isShort(text)) {
    return placesOf(knex, text).distinct({ number: 'doc' });
  }
  const phrase = `"${text.replace(/"/g, '""')}"`;
  return knex('task_search')
    .select({ number: 'rowid' })
    .whereRaw('task_search MATCH ?', [phrase]);
}

/**
 * Finds the rowids of the tasks that have a text, for SQLite, unless there are too many or it is in too many places.
 *
 * @internal
 */
export async function findRowids(
  knex: Knex,
  text: string,
  most: number,
): Promise<{ rowids: number[]; areAll: boolean }> {
  const somePlaces = () => placesOf(knex, text).select('doc').limit(PLACES);
  const all = isShort(text)
    ? knex.from(somePlaces().as('places')).distinct({ number: 'doc' })
    : rowidsOf(knex, text);
  const found: { number: number }[] = await all.limit(most + 1);
  const areFew = found.length <= most;
  const areCut =
    areFew && isShort(text) && (await countRows(knex, somePlaces())) === PLACES;
  return {
    rowids: found.map(({ number }) => number),
    areAll: areFew && !areCut,
  };
}

/** Where there are groups of three characters that begin with one or two. */
function placesOf(knex: Knex, text: string): Knex.QueryBuilder {
  // Each by itself: JavaScript writes a sigma at the end of a word otherwise.
  const first = [...text].map(letter => letter.toLowerCase()).join('');
  return knex('task_search_trigrams').whereBetween('term', [
    first,
    first + HIGHEST,
  ]);
}

/** Whether a text is shorter than what the index is made of, so that it is found by all that begins with it. */
function isShort(text: string): boolean {
  return [...text].length < TRIGRAM;
}

/**
 * Whether SQLite and JavaScript agree on what a letter is in lower case, or neither knows of such a thing.
 */
function hasPlainCase(letter: string): boolean {
  const lower = letter.toLowerCase();
  const upper = letter.toUpperCase();
  return (
    letter !== '\0' &&
    lower.toUpperCase() === upper &&
    upper.toLowerCase() === lower &&
    (lower === upper ||
      (letter <= LAST_OLD_LETTER && letter !== NEW_GREEK_LETTER))
  );
}
