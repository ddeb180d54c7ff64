import { TaskForm } from './TaskForm';

/**
 * From this size on a script is not put into the editor, and not into the task's request, but uploaded as it is.
 *
 * @internal
 */
export const MAX_EDITED_BYTES = 1024 * 1024;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The editor's text, and what it does not show of it.
 *
 * @internal
 */
export type EditedText = Pick<TaskForm, 'sql' | 'lineBreak' | 'byteOrderMark'>;

/**
 * A script as the form takes it: a text that the editor can hold without changing it, or a file that goes to the
 * backend byte for byte, with the reason why.
 *
 * @internal
 */
export type ReadScript =
  | EditedText
  | { file: File; reason: 'size' | 'encoding' | 'lineEnds' };

/**
 * Decides whether a script can be edited.
 *
 * @throws DOMException when the file cannot be read, as when it is a folder
 * @internal
 */
export async function readScript(file: File): Promise<ReadScript> {
  if (file.size > MAX_EDITED_BYTES) {
    await file.slice(0, 1).arrayBuffer();
    return { file, reason: 'size' };
  }
  const bytes = await file.arrayBuffer();
  let text: string;
  try {
    const options = { fatal: true, ignoreBOM: true };
    text = new TextDecoder('utf-8', options).decode(bytes);
  } catch {
    return { file, reason: 'encoding' };
  }
  const lineBreak = findLineBreak(text);
  const byteOrderMark = text.startsWith(BYTE_ORDER_MARK);
  const shown = byteOrderMark ? text.slice(1) : text;
  return lineBreak
    ? { sql: shown.replaceAll('\r\n', '\n'), lineBreak, byteOrderMark }
    : { file, reason: 'lineEnds' };
}

/**
 * The text of a form as it is sent.
 *
 * @internal
 */
export function editedScript(form: EditedText): string {
  const { sql, lineBreak, byteOrderMark } = form;
  const text = lineBreak === '\n' ? sql : sql.replaceAll('\n', lineBreak);
  return byteOrderMark && text ? `${BYTE_ORDER_MARK}${text}` : text;
}

function findLineBreak(text: string): TaskForm['lineBreak'] | undefined {
  if (!text.includes('\r')) {
    return '\n';
  }
  return /(^|[^\r])\n|\r(?!\n)/.test(text) ? undefined : '\r\n';
}
