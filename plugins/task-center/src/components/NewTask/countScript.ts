import {
  closeScript,
  createStatementSplitter,
  ScriptOutlook,
  SplitStatement,
  SqlDialect,
} from 'backstage-plugin-task-center-common';
import { byteLengthOf } from './byteLengthOf';
import { createPacer } from './createPacer';
import { readInChunks } from './readInChunks';
import { PartCount, ScriptCount } from './ScriptCount';
import { ScriptPart } from './ScriptPart';
import { saysLittle } from './saysLittle';

/** @internal */
export interface CountScriptOptions {
  dialect: SqlDialect;
  delimiter: string;
  signal: AbortSignal;
  /** Called now and then while a long script is read. */
  onProgress?(count: ScriptCount): void;
}

const PROGRESS_MS = 200;
const BEGINNING = 400;

/**
 * Counts the statements of a script with the splitter that will split it when it runs, and gathers what should be known of
 * them. It works in slices of a few milliseconds, so that typing does not stutter. Gives `undefined` when it was told to
 * stop.
 *
 * @internal
 */
export async function countScript(
  parts: ScriptPart[],
  options: CountScriptOptions,
): Promise<ScriptCount | undefined> {
  const { signal, onProgress, ...rules } = options;
  const tally = createTally(rules.dialect, parts.length);
  let nextProgress = performance.now() + PROGRESS_MS;
  const takeBreath = createPacer(() => {
    if (onProgress && performance.now() >= nextProgress) {
      onProgress(tally.result(false));
      nextProgress = performance.now() + PROGRESS_MS;
    }
  });
  for (const [index, { content }] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const take = (found: SplitStatement[]) => tally.add(index, found);
    try {
      const splitter = createStatementSplitter(rules);
      for await (const chunk of readInChunks(content)) {
        tally.read(index, chunk);
        take(splitter.push(chunk));
        await takeBreath();
        if (signal.aborted) {
          return undefined;
        }
      }
      if (isLast) {
        take(splitter.end());
        tally.end(index, { unclosed: splitter.unclosed });
      } else {
        const { statements, ...ending } = closeScript(splitter, rules);
        take(statements);
        tally.end(index, ending);
      }
    } catch (error) {
      tally.end(index, { problem: describeProblem(error) });
    }
  }
  return signal.aborted ? undefined : tally.result(true);
}

function createTally(dialect: SqlDialect, length: number) {
  const outlook = ScriptOutlook.create(dialect);
  const parts: PartCount[] = Array.from({ length }, () => ({
    statements: 0,
    bytes: 0,
    isFinished: false,
  }));
  let firstStatement: string | undefined;
  let isTelling = false;
  const lookForTelling = (found: SplitStatement[]) => {
    for (const { text } of found) {
      const beginning = text.slice(0, BEGINNING);
      isTelling = !saysLittle(beginning);
      firstStatement = isTelling ? beginning : firstStatement ?? beginning;
      if (isTelling) {
        return;
      }
    }
  };
  return {
    add(part: number, found: SplitStatement[]) {
      if (!isTelling) {
        lookForTelling(found);
      }
      parts[part].statements += found.length;
      outlook.add(found);
    },
    read(part: number, text: string) {
      parts[part].bytes += byteLengthOf(text);
    },
    end(
      part: number,
      outcome: Pick<PartCount, 'glue' | 'problem' | 'unclosed'>,
    ) {
      parts[part] = { ...parts[part], ...outcome, isFinished: true };
    },
    result: (isFinished: boolean): ScriptCount => ({
      ...outlook.summarize(isFinished),
      firstStatement,
      parts: [...parts],
      isFinished,
    }),
  };
}

function describeProblem(error: unknown): string {
  const { message, line } = error as { message?: string; line?: number };
  const sentence = message ?? String(error);
  return line && !/\bline\b/i.test(sentence)
    ? `Line ${line}: ${sentence}`
    : sentence;
}
