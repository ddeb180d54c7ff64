import { Texts } from '../../../translations';
import { formatCount } from '../../common';
import { LogFind } from './useLogFind';

/**
 * How many lines match and which one is shown, in words.
 *
 * @internal
 */
export function describeFind(find: LogFind, t: Texts): string {
  const { search, finder, isSettled } = find;
  if (!search.text) {
    return '';
  }
  if (!finder || !isSettled) {
    return '…';
  }
  const { count, current, isComplete, error } = finder;
  if (error) {
    return t('taskLogs.find.failed');
  }
  if (count === 0) {
    return isComplete ? t('taskLogs.find.none') : t('taskLogs.find.searching');
  }
  const words = { count: formatCount(count), current: '–' };
  if (current !== undefined) {
    words.current = formatCount(current + 1);
  }
  return t(isComplete ? 'taskLogs.find.of' : 'taskLogs.find.ofAtLeast', words);
}
