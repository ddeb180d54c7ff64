import { ScriptReader } from '../ScriptReader';

/** PostgreSQL sets no limit to a tag; what is longer than anybody would write is not waited for. */
const LONGEST = 256;

const TAG = /\$(?:[A-Za-z_\x80-\uffff][\w\x80-\uffff]*)?\$/y;
const BEGINNING = /\$(?:[A-Za-z_\x80-\uffff][\w\x80-\uffff]*)?/y;

/**
 * Returns the tag of the dollar quote that begins at the reader's position, such as `$$` or `$body$`; undefined where
 * none begins. `wait` says that the next chunk decides.
 *
 * @internal
 */
export function dollarTagAt(reader: ScriptReader): string | 'wait' | undefined {
  const { position } = reader;
  const input = reader.input.slice(position, position + LONGEST);
  TAG.lastIndex = 0;
  const tag = TAG.exec(input)?.[0];
  if (tag !== undefined) {
    return tag;
  }
  BEGINNING.lastIndex = 0;
  const seen = BEGINNING.exec(input)?.[0].length ?? 0;
  const mayCome = !reader.ended && seen === input.length && seen < LONGEST;
  return mayCome ? 'wait' : undefined;
}
