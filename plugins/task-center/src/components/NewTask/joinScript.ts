import { ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';

const FILE_NAME = 'script.sql';
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTERS = /[\0-\x1f\x7f]/g;

/**
 * Makes one script of its parts. A single one stays as it is, byte for byte. Several stand behind each other, each behind
 * a comment with its name, and with what it takes between them so that no statement spans two.
 *
 * @param count - of these parts, finished and without a problem
 * @internal
 */
export async function joinScript(
  parts: ScriptPart[],
  count: Pick<ScriptCount, 'parts'>,
  delimiter: string,
): Promise<File> {
  const [{ content }] = parts;
  if (parts.length === 1) {
    return content instanceof File ? content : new File([content], FILE_NAME);
  }
  const pieces: BlobPart[] = [];
  for (const [index, part] of parts.entries()) {
    pieces.push(headerOf(part, index, parts.length, delimiter));
    pieces.push(await withoutMark(part.content));
    pieces.push(count.parts[index].glue ?? '');
  }
  return new File(pieces, FILE_NAME);
}

function headerOf(
  { name = '' }: ScriptPart,
  index: number,
  total: number,
  delimiter: string,
): string {
  const shown = name.replace(CONTROL_CHARACTERS, ' ');
  const header = `-- ${index + 1} of ${total}: ${shown}\n`;
  return header.includes(delimiter) ? '' : header;
}

/** In the middle of a script a byte order mark would be a part of the first statement behind it. */
async function withoutMark(content: string | Blob): Promise<string | Blob> {
  if (typeof content === 'string') {
    return content.replace(/^\uFEFF/, '');
  }
  const { length } = BYTE_ORDER_MARK;
  const start = new Uint8Array(await content.slice(0, length).arrayBuffer());
  const hasMark = BYTE_ORDER_MARK.every((byte, at) => start[at] === byte);
  return hasMark ? content.slice(length) : content;
}
