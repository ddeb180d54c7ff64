import { Texts } from '../../translations';
import { PartCount, ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';
import { ScriptFacts } from './validateTaskForm';

/** Of one UTF-16 unit. */
const MOST_BYTES = 3;

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
    bytes: parts.reduce(
      (sum, { content }, at) => sum + sizeOf(content, count?.parts[at]),
      0,
    ),
    statements: count?.isFinished ? count.statements : undefined,
    problem: count && describeProblem(parts, count, t),
  };
}

/** A text has at least as many bytes as units. How many exactly takes time, and is known when it has been counted. */
function sizeOf(content: string | Blob, count: PartCount | undefined): number {
  if (typeof content !== 'string') {
    return content.size;
  }
  // What is known may be of the text as it was a moment ago.
  const counted = Math.min(count?.bytes ?? 0, MOST_BYTES * content.length);
  return Math.max(content.length, counted);
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
