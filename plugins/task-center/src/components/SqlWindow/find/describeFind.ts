import { Texts } from '../../../translations';
import { formatCount } from '../../common';
import { MAX_MATCHES } from './findInRows';
import { Find } from './useFind';

/**
 * What was found so far, in words.
 *
 * @param rowCount - of all rows that are shown
 * @internal
 */
export function describeFind(
  { finder, current, hasScopes, scope }: Find,
  rowCount: number,
  t: Texts,
): string {
  const { matches, searchedRows: searched, isSearching } = finder;
  if (isSearching) {
    return t('resultQuery.find.searching', { searched, total: rowCount });
  }
  const found = describeMatches(finder, current, t);
  if (hasScopes && scope === 'loaded') {
    const words = t('resultQuery.find.in.loaded', { found, searched });
    return matches.length
      ? words
      : t('resultQuery.find.enterForAll', { found: words });
  }
  return searched < rowCount
    ? t('resultQuery.find.in.part', { found, searched })
    : found;
}

function describeMatches(
  { matches, hasMore }: Find['finder'],
  current: number,
  t: Texts,
): string {
  if (!matches.length) {
    return t('resultQuery.find.none');
  }
  const isCut = matches.length === MAX_MATCHES && !hasMore;
  const known = formatCount(matches.length, t);
  const atLeast = hasMore
    ? t('resultQuery.find.atLeast', { number: known })
    : known;
  const number = isCut
    ? t('resultQuery.find.first', { number: matches.length })
    : atLeast;
  return current < 0
    ? t('resultQuery.find.matches', {
        count: hasMore ? Infinity : matches.length,
        number,
      })
    : t('resultQuery.find.of', { current: current + 1, number });
}
