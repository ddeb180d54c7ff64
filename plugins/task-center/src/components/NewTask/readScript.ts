import { TaskForm } from './TaskForm';

/**
 * From this size on a script is not put into the editor, and not into the task's request, but uploaded as it is.
 *
 * @internal
 */
export const MAX_EDITED_BYTES = 1024 * 1024;

/**
 * A script as the form takes it: a text that the editor can hold without changing it, or a file that goes to the
 * backend byte for byte, with the reason why.
 *
 * @internal
 */
export type ReadScript =
  | Pick<TaskForm, 'sql' | 'lineBreak'>
  | { file: File; reason: 'size' | 'encoding' | 'lineEnds' };

/**
 * Decides whether a script can be edited.
 *
 * @internal
 */
export async function readScript(file: File): Promise<ReadScript> {
  if (file.size > MAX_EDITED_BYTES) {
    return { file, reason: 'size' };
  }
  const bytes = await file.arrayBuffer();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { file, reason: 'encoding' };
  }
  const lineBreak = findLineBreak(text);
  return lineBreak
    ? { sql: text.replaceAll('\r\n', '\n'), lineBreak }
    : { file, reason: 'lineEnds' };
}

/**
 * The text of a form as it is sent.
 *
 * @internal
 */
export function editedScript(form: Pick<TaskForm, 'sql' | 'lineBreak'>) {
  return form.lineBreak === '\n'
    ? form.sql
    : form.sql.replaceAll('\n', form.lineBreak);
}

function findLineBreak(text: string): TaskForm['lineBreak'] | undefined {
  if (!text.includes('\r')) {
    return '\n';
  }
  return /(^|[^\r])\n|\r(?!\n)/.test(text) ? undefined : '\r\n';
}
