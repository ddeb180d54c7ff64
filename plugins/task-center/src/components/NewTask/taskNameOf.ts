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
): string | undefined {
  const names = units.flatMap(({ file }) => (file ? [file.name] : []));
  if (names.length) {
    const name = names[0].replace(/\.[^.]*$/, '');
    return names.length > 1 ? `${name} and ${names.length - 1} more` : name;
  }
  return count?.isFinished
    ? suggestTaskName(count.firstStatement, count.statements)
    : undefined;
}
