import { useMemo } from 'react';
import { Texts } from '../../translations';
import { editedScript } from './readScript';
import { ScriptPart } from './ScriptPart';
import { ScriptUnit } from './ScriptUnit';
import { TaskForm } from './TaskForm';

/**
 * What the script consists of, in the order in which it runs.
 *
 * @internal
 */
export function useScriptParts(
  units: ScriptUnit[],
  form: Pick<TaskForm, 'sql' | 'lineBreak'>,
  t: Texts,
): ScriptPart[] {
  const name = t('newTask.files.written');
  const hasEditor = !units.length || units.some(({ file }) => !file);
  // The text does not matter while it is not part of the script.
  const sql = hasEditor ? form.sql : '';
  return useMemo(() => {
    const content = editedScript({ sql, lineBreak: form.lineBreak });
    return units.length
      ? units.map(({ file }) =>
          file ? { name: file.name, content: file } : { name, content },
        )
      : [{ content }];
  }, [units, sql, form.lineBreak, name]);
}
