import { Texts } from '../../translations';
import { ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';
import { ScriptFacts } from './validateTaskForm';

/**
 * What the form must know of the script to be checked.
 *
 * @internal
 */
export function toScriptFacts(
  parts: ScriptPart[],
  count: ScriptCount | undefined,
  t: Texts,
): ScriptFacts {
  return {
    bytes: parts.reduce((sum, { content }) => sum + sizeOf(content), 0),
    statements: count?.isFinished ? count.statements : undefined,
    problem: count && describeProblem(parts, count, t),
  };
}

function sizeOf(content: string | Blob): number {
  return typeof content === 'string' ? new Blob([content]).size : content.size;
}

function describeProblem(
  parts: ScriptPart[],
  count: ScriptCount,
  t: Texts,
): string | undefined {
  for (const [index, { name = '' }] of parts.entries()) {
    const part = count.parts[index];
    const isLast = index === parts.length - 1;
    if (part?.problem) {
      return parts.length === 1
        ? part.problem
        : t('newTask.files.problem', { name, problem: part.problem });
    }
    if (part?.isFinished && !isLast && part.glue === undefined) {
      return t('newTask.files.open', { name });
    }
  }
  return undefined;
}
