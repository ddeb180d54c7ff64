import {
  createStatementSplitter,
  describeStatementTraits,
  SplitStatement,
  SqlDialect,
} from 'backstage-plugin-task-center-common';

/**
 * Statements with which all or nothing cannot be had.
 *
 * @internal
 */
export interface TransactionEnds {
  count: number;
  /** The first of them, with the words that tell. */
  first: { line: number; words: string }[];
}

/**
 * What a script consists of, as far as it has been read.
 *
 * @internal
 */
export interface ScriptCount {
  statements: number;
  /** How many statements begin with each word, most frequent first. */
  kinds: [word: string, count: number][];
  /** The beginning of the first statement. */
  firstStatement?: string;
  /** Statements that end a transaction, where they were looked for. */
  transactionEnds?: TransactionEnds;
  /** Why the script cannot be split. */
  problem?: string;
  isFinished: boolean;
}

/** @internal */
export interface CountScriptOptions {
  dialect: SqlDialect;
  delimiter: string;
  /** Whether to look for statements that end a transaction. */
  findTransactionEnds?: boolean;
  signal: AbortSignal;
  /** Called now and then while a long script is read. */
  onProgress?(count: ScriptCount): void;
}

const CHUNK_CHARACTERS = 64 * 1024;
const FILE_CHUNK_BYTES = 1024 * 1024;
const SLICE_MS = 8;
const PROGRESS_MS = 200;
const LONGEST_WORD = 20;
const NAMED_ENDS = 3;

/**
 * Counts the statements of a script with the splitter that will split it when it runs. It works in slices of a few
 * milliseconds, so that typing does not stutter. Gives `undefined` when it was told to stop.
 *
 * @internal
 */
export async function countScript(
  script: string | Blob,
  options: CountScriptOptions,
): Promise<ScriptCount | undefined> {
  const { signal, onProgress, findTransactionEnds, ...rules } = options;
  const tally = createTally(findTransactionEnds ? rules.dialect : undefined);
  let sliceEnd = performance.now() + SLICE_MS;
  let nextProgress = performance.now() + PROGRESS_MS;
  try {
    const splitter = createStatementSplitter(rules);
    for await (const chunk of chunksOf(script)) {
      tally.add(splitter.push(chunk));
      if (performance.now() >= sliceEnd) {
        if (performance.now() >= nextProgress) {
          onProgress?.(tally.result({ isFinished: false }));
          nextProgress = performance.now() + PROGRESS_MS;
        }
        await new Promise(resolve => setTimeout(resolve));
        sliceEnd = performance.now() + SLICE_MS;
      }
      if (signal.aborted) {
        return undefined;
      }
    }
    tally.add(splitter.end());
  } catch (error) {
    return tally.result({ isFinished: true, problem: describeProblem(error) });
  }
  return signal.aborted ? undefined : tally.result({ isFinished: true });
}

async function* chunksOf(script: string | Blob): AsyncGenerator<string> {
  if (typeof script === 'string') {
    for (let at = 0; at < script.length; at += CHUNK_CHARACTERS) {
      yield script.slice(at, at + CHUNK_CHARACTERS);
    }
    return;
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let at = 0; at < script.size; at += FILE_CHUNK_BYTES) {
    const bytes = await script.slice(at, at + FILE_CHUNK_BYTES).arrayBuffer();
    const text = decoder.decode(bytes, { stream: true });
    yield* chunksOf(text);
  }
  yield decoder.decode();
}

function createTally(transactionDialect: SqlDialect | undefined) {
  let statements = 0;
  let firstStatement: string | undefined;
  const words = new Map<string, number>();
  const ends = transactionDialect && createEndsTally(transactionDialect);
  return {
    add(found: SplitStatement[]) {
      firstStatement ??= found[0]?.text.slice(0, 400);
      statements += found.length;
      for (const { text, line } of found) {
        const word = firstWord(text);
        words.set(word, (words.get(word) ?? 0) + 1);
        ends?.add(text, line);
      }
    },
    result(end: Pick<ScriptCount, 'isFinished' | 'problem'>): ScriptCount {
      const kinds = [...words].sort((a, b) => b[1] - a[1]);
      const transactionEnds = ends?.result();
      return { statements, firstStatement, kinds, transactionEnds, ...end };
    },
  };
}

function createEndsTally(dialect: SqlDialect) {
  let count = 0;
  const first: TransactionEnds['first'] = [];
  return {
    add(text: string, line: number) {
      const words = describeStatementTraits(dialect, text).endsTransaction;
      count += words ? 1 : 0;
      if (words && first.length < NAMED_ENDS) {
        first.push({ line, words });
      }
    },
    result: (): TransactionEnds => ({ count, first: [...first] }),
  };
}

function firstWord(text: string): string {
  const word = /^(?:\s|\(|\/\*[^]*?\*\/|--[^\n]*\n|#[^\n]*\n)*([a-z_]+)/i.exec(
    text.slice(0, 2000),
  )?.[1];
  return word ? word.slice(0, LONGEST_WORD).toUpperCase() : 'other';
}

function describeProblem(error: unknown): string {
  const { message, line } = error as { message?: string; line?: number };
  const sentence = message ?? String(error);
  return line && !/\bline\b/i.test(sentence)
    ? `Line ${line}: ${sentence}`
    : sentence;
}
