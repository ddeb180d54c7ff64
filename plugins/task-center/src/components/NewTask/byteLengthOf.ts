/**
 * How many bytes a text is in UTF-8, also when it begins or ends in the middle of a character. Takes no memory.
 *
 * @internal
 */
export function byteLengthOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) {
      // A character outside of the basic plane has four bytes and two units.
      const isHalf = unit >= 0xd800 && unit <= 0xdfff;
      bytes += unit < 0x800 || isHalf ? 1 : 2;
    }
  }
  return bytes;
}
