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
): string {
  const { matches, hasMore, searchedRows, isSearching } = finder;
  const isPart = searchedRows < rowCount;
  if (isSearching) {
    return `searching… ${formatCount(searchedRows)} of ${formatCount(
      rowCount,
    )} rows`;
  }
  const inLoaded =
    hasScopes && scope === 'loaded'
      ? ` in ${formatCount(searchedRows)} loaded rows`
      : '';
  const where =
    inLoaded || !isPart ? inLoaded : ` in ${formatCount(searchedRows)} rows`;
  if (!matches.length) {
    return inLoaded ? `no match${where}; Enter for all` : `no match${where}`;
  }
  const isCut = matches.length === MAX_MATCHES && !hasMore;
  const count = `${isCut ? 'the first ' : ''}${formatCount(matches.length)}${
    hasMore ? '+' : ''
  }`;
  if (current < 0) {
    return `${count} ${
      matches.length === 1 && !hasMore ? 'match' : 'matches'
    }${where}`;
  }
  return `${formatCount(current + 1)} of ${count}${where}`;
}
