import { Texts } from '../../translations';
import { ScriptCount } from './ScriptCount';
import { ScriptUnit } from './ScriptUnit';
import { suggestTaskName } from './suggestTaskName';

/**
 * A name for the task after its first file or, without files, after its statements. Undefined until they are known.
 *
 * @internal
 */
export function taskNameOf(
  units: ScriptUnit[],
  count: ScriptCount | undefined,
  t: Texts,
): string | undefined {
  const names = units.flatMap(({ file }) => (file ? [file.name] : []));
  if (names.length) {
    const name = names[0].replace(/\.[^.]*$/, '');
    return names.length > 1
      ? t('newTask.name.andFiles', { name, count: names.length - 1 })
      : name;
  }
  return count?.isFinished
    ? suggestTaskName(count.firstStatement, count.statements, t)
    : undefined;
}
