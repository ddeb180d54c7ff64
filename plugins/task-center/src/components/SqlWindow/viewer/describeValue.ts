import { formatBytes, formatQuantity } from '../../common';

/**
 * How large a value is, in words.
 *
 * @param isBytes - whether it is `0x` and hex digits
 * @internal
 */
export function describeValue(value: string | null, isBytes: boolean): string {
  if (value === null) {
    return 'NULL';
  }
  if (isBytes) {
    const bytes = (value.length - 2) / 2;
    const size = bytes < 1_000 ? '' : ` (${formatBytes(bytes)})`;
    return `${formatQuantity(bytes, 'byte')}${size}`;
  }
  return formatQuantity(countCharacters(value), 'character');
}

function countCharacters(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    // The first half of a pair that is one character.
    count -= Number((text.charCodeAt(i) & 0xfc00) === 0xd800);
  }
  return count;
}
