import { useMemo } from 'react';
import { Texts } from '../../translations';
import { EditedText, editedScript } from './readScript';
import { ScriptPart } from './ScriptPart';
import { ScriptUnit } from './ScriptUnit';

/**
 * What the script consists of, in the order in which it runs.
 *
 * @internal
 */
export function useScriptParts(
  units: ScriptUnit[],
  form: EditedText,
  t: Texts,
): ScriptPart[] {
  const name = t('newTask.files.written');
  const hasEditor = !units.length || units.some(({ file }) => !file);
  // The text does not matter while it is not part of the script.
  const sql = hasEditor ? form.sql : '';
  const { lineBreak, byteOrderMark } = form;
  return useMemo(() => {
    const content = editedScript({ sql, lineBreak, byteOrderMark });
    return units.length
      ? units.map(({ file }) =>
          file ? { name: file.name, content: file } : { name, content },
        )
      : [{ content }];
  }, [units, sql, lineBreak, byteOrderMark, name]);
}
