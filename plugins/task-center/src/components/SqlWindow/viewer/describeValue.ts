import { Texts } from '../../../translations';
import { formatBytes } from '../../common';

/**
 * How large a value is, in words.
 *
 * @param isBytes - whether it is `0x` and hex digits
 * @internal
 */
export function describeValue(
  value: string | null,
  isBytes: boolean,
  t: Texts,
): string {
  if (value === null) {
    return 'NULL';
  }
  if (isBytes) {
    const bytes = (value.length - 2) / 2;
    const exact = t('resultGrid.value.bytes', { count: bytes });
    return bytes < 1_000
      ? exact
      : t('common.withDetails', {
          name: exact,
          details: formatBytes(bytes, t),
        });
  }
  return t('resultGrid.value.characters', { count: countCharacters(value) });
}

function countCharacters(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    // The first half of a pair that is one character.
    count -= Number((text.charCodeAt(i) & 0xfc00) === 0xd800);
  }
  return count;
}
