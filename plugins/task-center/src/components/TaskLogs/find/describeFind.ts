import { Texts } from '../../../translations';
import { describeError, formatCount } from '../../common';
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
  const { count, current, isComplete, cutLines, error } = finder;
  if (error) {
    return t('taskLogs.find.failed');
  }
  if (count === 0) {
    if (!isComplete) {
      return t('taskLogs.find.searching');
    }
    return t(cutLines > 0 ? 'taskLogs.find.noneInPart' : 'taskLogs.find.none');
  }
  if (current === undefined && !isComplete) {
    return t('taskLogs.find.searching');
  }
  const words = {
    count: formatCount(count, t),
    current: current === undefined ? '–' : formatCount(current + 1, t),
  };
  if (!isComplete) {
    // A number that grows would not stand still for long enough to be read.
    return t('taskLogs.find.ofMore', words);
  }
  return t(
    cutLines > 0 ? 'taskLogs.find.ofAtLeast' : 'taskLogs.find.of',
    words,
  );
}

/**
 * What is to be said about a search beside that: why it failed, or what it left out.
 *
 * @internal
 */
export function describeShortcoming(
  { finder }: LogFind,
  t: Texts,
): string | undefined {
  if (finder?.error) {
    return describeError(finder.error, t);
  }
  return finder?.cutLines
    ? t('taskLogs.find.cut', {
        count: finder.cutLines,
        number: formatCount(finder.cutLines, t),
      })
    : undefined;
}
